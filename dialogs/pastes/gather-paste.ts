import type { Paste } from '#src/diagnosis/crash.ts';
import type { Diagnosis } from '#src/diagnosis/diagnosis.ts';
import { isRestOfOutput } from '#src/diagnosis/reading/rest-of-output.ts';
import type { Reminded } from '#src/follow-ups/next-follow-up.ts';
import { languageOf } from '#src/language/language-of.ts';
import type { StoredPaste } from '#src/ports/case-store.ts';
import { threadOf } from '#src/ports/place.ts';
import type { Turn } from '#src/ports/turn.ts';
import { pasteLines } from '#src/reply/paste-lines.ts';
import { type Actor, actorOf } from '../actor.ts';
import { caseOfPaste } from '../cases/find-case.ts';
import type { Tools } from '../dialog.ts';
import { isWithinParts, joinParts, PARTS_WITHIN_MS } from './case-pastes.ts';
import { type Collected, collectPastes, keptText } from './collect-pastes.ts';
import type { Dumps, Joined } from './decide-paste.ts';
import { isFurtherPart } from './further-part.ts';

/** A message that is taken for a paste, with all that its answer may hang on. */
export interface Gathered extends Collected {
  /** All that was sent as one text, as it is kept. */
  readonly text: string;
  readonly isFurther: boolean;
  readonly actor: Actor;
  readonly named: { readonly reminded: Reminded; readonly isUnderway: boolean } | null;
  readonly before: Before | null;
  /** The same person pasted the same text a moment ago. */
  readonly isAgain: boolean;
}

/** What the same person pasted a moment ago. */
export interface Before {
  readonly paste: StoredPaste;
  /** The case that it was put into; null for none. */
  readonly reminded: Reminded | null;
}

/** Pastes with what they show. */
export interface Read extends Dumps {
  readonly diagnosis: Diagnosis;
  readonly pastes: readonly Paste[];
}

export async function gatherPaste(turn: Turn, tools: Tools): Promise<Gathered> {
  const collected = await collectPastes(turn.message, tools.readFile);
  const text = keptText(collected.pastes);
  const language = turn.speaks ?? languageOf(text, turn.language);
  const actor = await actorOf({ ...turn, language }, tools);
  const isFurther = isFurtherPart(text);
  const named = await caseOfPaste(text, actor.place, actor.target, tools);
  const isUnderway = named !== null && isFurther && (await isAddedTo(named, actor, tools));
  const last = await pastedBefore(actor, tools);
  const isAgain = last !== null && last.paste.text === text;
  const before = isFurther && !isAgain ? last : null;
  return { ...collected, text, isFurther, isAgain, actor, named: named && { reminded: named, isUnderway }, before };
}

/** Whether somebody has put something into a case within minutes. */
async function isAddedTo({ case: it }: Reminded, { place, author, now }: Actor, { cases }: Tools): Promise<boolean> {
  const [last] = await cases.pastes(place, it.pastes.slice(-1));
  return last !== undefined && isWithinParts(last, { author: author.id, at: now });
}

/**
 * People send the rest of a dump without saying again what it belongs to. In a channel the thread tells that, and another
 * thread is another matter.
 */
async function pastedBefore({ place, target, author, now, cause }: Actor, { cases }: Tools): Promise<Before | null> {
  if (threadOf(target) !== null) {
    return null;
  }
  const since = new Date(Date.parse(now) - PARTS_WITHIN_MS).toISOString();
  const id = await cases.lastPaste(place, author.id, since, cause);
  const [paste] = id === null ? [] : await cases.pastes(place, [id]);
  if (!paste) {
    return null;
  }
  const all = await cases.list(place);
  return { paste, reminded: all.findLast(({ case: it }) => it.pastes.includes(paste.id)) ?? null };
}

/** Reads a text together with what was pasted before it: as its rest, where that was cut amid its output. */
export async function readJoined(
  { paste }: Before,
  text: string,
  { diagnose }: Pick<Tools, 'diagnose'>,
): Promise<Read & Joined> {
  const isRest = isRestOfOutput(paste.text, text);
  const together = isRest ? `${paste.text}\n${text}` : keptText([paste, { text }]);
  const { read, quoted: pastes } = joinParts([{ ...paste, text: together }]);
  const diagnosis = await diagnose(read);
  const last = pasteLines(paste.text).count;
  const begun = diagnosis.crashes.filter(({ crash }) => crash.mentions.some(([from]) => from <= last)).length;
  return { ...readAs(pastes, diagnosis), begun };
}

export function readAs(pastes: readonly Paste[], diagnosis: Diagnosis): Read {
  return { pastes, diagnosis, dumps: diagnosis.crashes.length };
}
