import type { Paste } from '#src/diagnosis/crash.ts';
import type { Diagnosis } from '#src/diagnosis/diagnosis.ts';
import { isRestOfOutput } from '#src/diagnosis/reading/rest-of-output.ts';
import type { Reminded } from '#src/follow-ups/next-follow-up.ts';
import { threadOf } from '#src/ports/place.ts';
import type { Actor } from '../actor.ts';
import type { Tools } from '../dialog.ts';
import { joinParts, PARTS_WITHIN_MS } from './case-pastes.ts';
import { keptText } from './collect-pastes.ts';

/** What the rest of a dump looks like that was cut in two: addresses, symbols, numbered frames, fields of an analysis. */
const DEBUGGER_LIKE =
  /[0-9a-f]{8}`?[0-9a-f]{8}|[A-Za-z0-9_]{2,60}![A-Za-z_?]|^[0-9a-f]{2} [0-9a-f(]|^ {0,8}(?:[A-Z0-9]{1,20}_){1,4}(?:NAME|CODE|ID|STR|IP|IRQL|FRAME|P[1-4]|COUNT|TEXT): /im;
const LONGEST_LOOK = 100_000;

/** What stands at the top of a dump's own output. */
const BEGINS = /!analyze -v|Bugcheck Analysis|Microsoft \(R\) Windows Debugger/i;

/** Whether a text may be the further part of a dump: debugger output, but not the top of it. */
export function isFurtherPart(text: string): boolean {
  const look = text.slice(0, LONGEST_LOOK);
  return DEBUGGER_LIKE.test(look) && !BEGINS.test(look);
}

export interface Before {
  /** What was pasted before, and this. */
  readonly pastes: readonly Paste[];
  readonly diagnosis: Diagnosis;
  /** The case that it was put into; null for none. */
  readonly it: Reminded | null;
}

/**
 * What the same person pasted a moment ago, read together with this text; null where there is nothing, or where the text
 * shows a dump that is not in it. People send the rest of a dump without saying again what it belongs to. In a channel
 * the thread tells that, and another thread is another matter.
 */
export async function pasteBefore(
  text: string,
  { place, target, author, now, cause }: Actor,
  { cases, diagnose }: Tools,
): Promise<Before | null> {
  if (threadOf(target) !== null || !isFurtherPart(text)) {
    return null;
  }
  const since = new Date(Date.parse(now) - PARTS_WITHIN_MS).toISOString();
  const id = await cases.lastPaste(place, author.id, since, cause);
  const [paste] = id === null ? [] : await cases.pastes(place, [id]);
  if (!paste) {
    return null;
  }
  const alone = await diagnose(joinParts([paste]).read);
  const isRest = isRestOfOutput(paste.text, text);
  const together = isRest ? `${paste.text}\n${text}` : keptText([paste, { text }]);
  const { read, quoted: pastes } = joinParts([{ ...paste, text: together }]);
  const diagnosis = await diagnose(read);
  if (diagnosis.crashes.length > Math.max(1, alone.crashes.length)) {
    return null;
  }
  const all = await cases.list(place);
  return { pastes, diagnosis, it: all.findLast((reminded) => reminded.case.pastes.includes(paste.id)) ?? null };
}
