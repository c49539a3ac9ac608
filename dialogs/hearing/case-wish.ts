import type { Change } from '#src/cases/case-event.ts';
import type { MailKind } from '#src/cases/press.ts';
import type { Text } from '#src/language/text.ts';
import type { MailAsked } from './mail-asked.ts';

/** What one asks about cases. `ref` is our number or the customer's, as it was typed. */
export type CaseCommand =
  /** `rest` is what follows the line of the title: debugger output, perhaps. */
  | { readonly kind: 'new'; readonly title: string; readonly rest: string }
  | { readonly kind: 'list'; readonly which: ListOf }
  | { readonly kind: 'of'; readonly ref: string; readonly wish: Wish }
  /** A command whose number still only stands for one: `case <number> archive`. */
  | { readonly kind: 'which' };

export type ListOf = 'open' | 'all' | 'mine';

export type Wish =
  | { readonly kind: 'show' }
  | { readonly kind: 'change'; readonly change: Change }
  | { readonly kind: 'take-over' }
  | { readonly kind: 'follow-up'; readonly phrase: string }
  | { readonly kind: 'reanalyse' }
  /** `id` as the card numbers the dumps: `c2`. */
  | { readonly kind: 'remove-dump'; readonly id: string; readonly isSure: boolean }
  | { readonly kind: MailKind; readonly asked: MailAsked }
  | { readonly kind: 'forget' }
  /** It is clear what is meant, but not what it should be. */
  | { readonly kind: 'unclear'; readonly said: Text }
  /** The rest of the message is no wish: debugger output, perhaps. */
  | { readonly kind: 'text'; readonly text: string };

export function change(what: Change): Wish {
  return { kind: 'change', change: what };
}

export function unclear(said: Text): Wish {
  return { kind: 'unclear', said };
}
