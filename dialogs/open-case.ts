import { findCustomerNumber, withoutNumber } from '#src/cases/customer-number.ts';
import type { Answer } from '#src/ports/answer.ts';
import { threadOf } from '#src/ports/place.ts';
import type { Turn } from '#src/ports/turn.ts';
import { type Actor, doing } from './actor.ts';
import { showCase } from './case-view.ts';
import { NEEDS_TITLE, opened } from './case-words.ts';
import type { Tools } from './dialog.ts';
import { say } from './say.ts';

/** Severity of a case that nobody has judged yet: it is asked about every second day. */
const UNJUDGED = 'B' as const;

/** Opens a case; the same message again shows the case that it opened. */
export async function openCase(title: string, turn: Turn, actor: Actor, { cases }: Tools): Promise<Answer> {
  const made = await cases.actedOn(actor.place, actor.cause);
  const before = made === null ? null : await cases.find(actor.place, made);
  if (before) return showCase(before, actor, opened(before.case));
  if (title === '') return say(turn, NEEDS_TITLE);
  const customerNumber = findCustomerNumber(title);
  const what = {
    kind: 'created' as const,
    title: withoutNumber(title, customerNumber),
    severity: UNJUDGED,
    owner: actor.author.name,
    customerNumber,
  };
  const it = await cases.create(actor.place, what, doing(actor), threadOf(turn.target));
  return showCase(it, actor, opened(it.case));
}
