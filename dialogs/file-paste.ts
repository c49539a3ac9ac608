import { caseName } from '#src/cards/case-view.ts';
import { CASE_WORDS } from '#src/cards/case-words.ts';
import type { Frame } from '#src/cards/draw-card.ts';
import { execute } from '#src/cards/execute.ts';
import { heading } from '#src/cards/runs.ts';
import type { Paste } from '#src/diagnosis/crash.ts';
import type { Reminded } from '#src/follow-ups/next-follow-up.ts';
import type { Answer } from '#src/ports/answer.ts';
import type { Turn } from '#src/ports/turn.ts';
import { type Actor, actorOf } from './actor.ts';
import { addToCase } from './add-to-case.ts';
import { isWithinParts } from './case-pastes.ts';
import type { Tools } from './dialog.ts';
import { caseOfPaste } from './find-case.ts';

/** What the rest of a dump looks like that was cut in two: addresses, symbols, numbered frames. */
const DEBUGGER_LIKE = /[0-9a-f]{8}`?[0-9a-f]{8}|[A-Za-z0-9_]{2,60}![A-Za-z_?]|^[0-9a-f]{2} [0-9a-f(]/im;

/**
 * The answer where the paste belongs to a case, null where it belongs to none. `isDump`: something was read in it; what
 * tells nothing alone may still be the second half of the message before.
 */
export async function filePaste(
  turn: Turn,
  pastes: readonly Paste[],
  isDump: boolean,
  tools: Tools,
): Promise<Answer | null> {
  const text = pastes.map((paste) => paste.text).join('\n');
  const actor = await actorOf(turn, tools);
  const it = await caseOfPaste(text, actor.place, turn.target, tools);
  if (!it || !(isDump || (await continues(it, text, actor, tools)))) return null;
  await keepText(text, actor, tools);
  return addToCase(it, actor.cause, actor, tools);
}

async function continues(it: Reminded, text: string, actor: Actor, { cases }: Tools): Promise<boolean> {
  if (!DEBUGGER_LIKE.test(text.slice(0, 100_000))) return false;
  const last = it.case.pastes.slice(-1);
  const [before] = await cases.pastes(actor.place, last);
  return before !== undefined && isWithinParts(before, { author: actor.author.id, at: actor.now });
}

/** Keeps the paste of a message, of no case yet. */
export function keepText(text: string, { place, cause, author, now }: Actor, { cases }: Tools): Promise<void> {
  return cases.keepPaste(place, { id: cause, at: now, author: author.id, text });
}

/** Teams shows six buttons; one is for the reader's own use. */
const MOST_OFFERED = 5;

/** Buttons that put a paste into one of the open cases; the paste is kept for a while so that they can. */
export async function offerCases(turn: Turn, pastes: readonly Paste[], tools: Tools): Promise<Frame> {
  const actor = await actorOf(turn, tools);
  const all = await tools.cases.list(actor.place);
  const open = all.filter(({ case: it }) => it.status === 'open').slice(-MOST_OFFERED);
  if (open.length === 0) return { before: [], after: [] };
  await keepText(pastes.map((paste) => paste.text).join('\n'), actor, tools);
  const actions = open.map(({ case: it }) =>
    execute(`${CASE_WORDS.case[turn.language]} ${caseName(it)}`, {
      verb: 'paste.attach',
      case: it.number,
      paste: actor.cause,
    }),
  );
  return { before: [], after: [heading(CASE_WORDS.belongsTo[turn.language]), { type: 'ActionSet', actions }] };
}
