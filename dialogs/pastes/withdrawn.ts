import type { Text } from '#src/language/text.ts';
import type { Answer } from '#src/ports/answer.ts';
import type { Deed, StoredPaste } from '#src/ports/case-store.ts';
import type { Turn } from '#src/ports/turn.ts';
import { type Actor, actorOf } from '../actor.ts';
import { addToCase } from '../cases/add-to-case.ts';
import type { Tools, Understood } from '../dialog.ts';
import { hint, say } from '../say.ts';
import { isFurtherPart } from './further-part.ts';
import { keepText } from './keep-paste.ts';
import { revisePaste } from './revise-paste.ts';
import { noteWithdrawn, PASTE_AGAIN, RESTORED, takenWithMessage } from './words-on-edits.ts';

const idsOf = ({ earlier = [] }: Turn): readonly string[] => earlier.map(({ id }) => id);

/** A message was deleted: what is stored of it goes too. What it did stays done. Null where nothing was stored in a case. */
export async function withdraw(turn: Turn, tools: Tools): Promise<Answer | null> {
  const actor = await actorOf(turn, tools);
  const ids = idsOf(turn);
  for (const paste of await tools.cases.pastes(actor.place, ids)) {
    await revisePaste(paste, null, () => false, actor, tools);
    await takeFromFurtherPart(paste, actor, tools);
  }
  const noted = await tools.cases.withdrawNotes(actor.place, ids);
  const taken: Text[] = [];
  for (const { number, what } of await tools.cases.deeds(actor.place, [actor.cause])) {
    if (what.kind !== 'paste-removed') {
      continue;
    }
    const left = (await tools.cases.find(actor.place, number))?.case.summary.crashes ?? [];
    taken.push(takenWithMessage(number, what.dumps, left.length > 0));
  }
  const said = [...taken, ...[...new Set(noted)].map(noteWithdrawn)];
  return said.length > 0 ? say(turn, ...said) : null;
}

/** The rest of a paste is kept with what came before it: that goes from there too. */
async function takeFromFurtherPart({ id, author, at, text }: StoredPaste, actor: Actor, tools: Tools): Promise<void> {
  const next = await tools.cases.lastPaste(actor.place, author, at, id);
  const [further] = next === null ? [] : await tools.cases.pastes(actor.place, [next]);
  if (!further?.text.startsWith(`${text}\n`)) {
    return;
  }
  const own = further.text.slice(text.length + 1);
  await revisePaste(
    further,
    { text: own, typed: own.length },
    () => true,
    { ...actor, cause: `${actor.cause}/further` },
    tools,
  );
}

/** A deleted message is back: what went with it comes back, or has to be pasted again. Null where nothing had gone. */
export async function restore(
  turn: Turn,
  { paste: text }: Understood,
  tools: Tools,
  asNew: () => Promise<Answer>,
): Promise<Answer | null> {
  const actor = await actorOf(turn, tools);
  const ids = idsOf(turn);
  const numbers = await lostBy(ids, actor, tools);
  const [number] = numbers;
  if (number === undefined) {
    const isDone = (await tools.cases.deeds(actor.place, ids)).length > 0;
    const isPaste = (await tools.cases.pastes(actor.place, ids)).length === 0 && isFurtherPart(text);
    return isPaste && !isDone ? asNew() : null;
  }
  const reminded = await tools.cases.find(actor.place, number);
  if (!reminded || text.trim() === '') {
    return hint(turn, PASTE_AGAIN);
  }
  await keepText(text, actor, tools);
  return addToCase(reminded, actor.cause, actor, tools, [RESTORED]);
}

/** The cases that lost a paste of these messages by its deletion. */
async function lostBy(ids: readonly string[], { place }: Actor, { cases }: Tools): Promise<readonly number[]> {
  const isLoss = ({ what }: Deed) => what.kind === 'paste-removed';
  return (await cases.deeds(place, ids)).filter(isLoss).map(({ number }) => number);
}
