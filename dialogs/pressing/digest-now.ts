import type { AdaptiveCard } from '#src/cards/adaptive-card.ts';
import { digestCard } from '#src/cards/digest-card.ts';
import type { Case } from '#src/cases/case.ts';
import type { Text } from '#src/language/text.ts';
import type { Actor } from '../actor.ts';
import { calendarFor } from '../cases/case-calendar.ts';
import type { Tools } from '../dialog.ts';

/** A digest that was posted, as its cases are now: whoever presses one button keeps the others. */
export async function digestNow(
  key: string,
  of: string,
  actor: Actor,
  { cases }: Tools,
  ...lead: readonly Text[]
): Promise<AdaptiveCard> {
  const all = await cases.list(actor.place);
  const listed = of.split(',').flatMap((number) => all.find(({ case: it }) => it.number === Number(number)) ?? []);
  const done = listed.filter(
    ({ case: it, remindedAt }) => it.status !== 'open' || (remindedAt !== null && it.activeAt > remindedAt),
  );
  const digest = {
    key,
    cases: listed.map((reminded) => reminded.case),
    done: new Set(done.map(({ case: it }) => it.number)),
    zoneOf: (it: Case) => calendarFor(it, actor.calendar).zone,
    now: actor.now,
  };
  return digestCard(digest, actor.language, lead);
}
