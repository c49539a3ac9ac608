import { textCard } from '#src/cards/text-card.ts';
import { isMeant } from '#src/cases/case-filter.ts';
import type { Reminded } from '#src/follow-ups/next-follow-up.ts';
import type { Answer } from '#src/ports/answer.ts';
import type { Turn } from '#src/ports/turn.ts';
import type { Actor } from '../actor.ts';
import { cardAnswer } from '../cases/case-view.ts';
import { doneTo } from '../cases/fulfil.ts';
import type { Tools } from '../dialog.ts';
import type { BulkCommand } from '../hearing/bulk-command.ts';
import { hint } from '../say.ts';
import { NO_SUCH_CASES } from './words.ts';

const MOST = 50;

/** Does one thing to several cases, one after another, and tells of each. What cannot be done to one is done to the others. */
export async function doToSeveral(
  { cases, wish }: BulkCommand,
  all: readonly Reminded[],
  turn: Turn,
  actor: Actor,
  tools: Tools,
): Promise<Answer> {
  const meant = all.filter(({ case: it }) => isOneOf(it, cases, actor));
  if (meant.length === 0) {
    return hint(turn, NO_SUCH_CASES);
  }
  const lines: string[] = [];
  for (const reminded of meant.slice(0, MOST)) {
    const { number } = reminded.case;
    // Each is done once, however often the message is answered.
    const one = { ...actor, cause: `${actor.cause}/case ${number}` };
    const done = await doneTo(reminded, wish, turn, one, tools);
    if ('kind' in done) {
      return done;
    }
    const told = done.said.map((text) => text[turn.language]).join(' ');
    lines.push({ en: `Case ${number} – ${told}`, zh: `案例 ${number}——${told}` }[turn.language]);
  }
  return cardAnswer(textCard(lines, turn.language));
}

function isOneOf(it: Reminded['case'], cases: BulkCommand['cases'], actor: Actor): boolean {
  if (cases === 'mine') {
    return isMine(it, actor);
  }
  return 'owner' in cases ? it.status === 'open' && isMeant(it, cases) : cases.includes(String(it.number));
}

function isMine({ owner, status }: Reminded['case'], { author }: Actor): boolean {
  return status === 'open' && owner !== null && owner.toLowerCase() === author.name.toLowerCase();
}
