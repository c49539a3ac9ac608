import { changeCard } from '#src/cards/change-card.ts';
import { fieldsWithout } from '#src/cases/case.ts';
import { whatText } from '#src/cases/timeline.ts';
import { lastToUndo, pastedLast } from '#src/cases/undo.ts';
import type { Reminded } from '#src/follow-ups/next-follow-up.ts';
import type { Text } from '#src/language/text.ts';
import type { Answer } from '#src/ports/answer.ts';
import type { Turn } from '#src/ports/turn.ts';
import { type Actor, doing } from '../actor.ts';
import type { Tools } from '../dialog.ts';
import { hint } from '../say.ts';
import { calendarFor } from './case-calendar.ts';
import { hintCard, showChange, viewOf } from './case-view.ts';
import { changedMeanwhile } from './case-words.ts';
import { A_NOTE, noteTakenBack, nothingToUndo, pasteStays, takenBack } from './words-on-changes.ts';

const MOST_TRIES = 6;

export interface Undone {
  readonly after: Reminded;
  readonly said: Text;
}

/** Takes the last change of a case back; `version` is the one that was meant where a button names it. Null for nothing to take back. */
export async function undo(
  seen: Reminded,
  actor: Actor,
  { cases }: Pick<Tools, 'cases'>,
  version?: number,
): Promise<Undone | null> {
  let now = seen;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const event = lastToUndo(now.case, version);
    if (!event) {
      return null;
    }
    if (version !== undefined && event.version !== version) {
      return { after: now, said: changedMeanwhile(event, calendarFor(now.case, actor.calendar).zone) };
    }
    const did = event.what.kind === 'noted' ? A_NOTE : whatText(event.what);
    const { status } = fieldsWithout(now.case, event.version);
    const what = { kind: 'undone' as const, of: event.version, did, status };
    const result = await cases.append(actor.place, now.case.number, now.case.version, what, doing(actor));
    now = (await cases.find(actor.place, now.case.number)) ?? now;
    if (result === 'appended') {
      return { after: now, said: event.what.kind === 'noted' ? noteTakenBack(event.what.text) : takenBack(did) };
    }
  }
  throw new Error('the case changed each time a change was to be taken back');
}

/** The answer to "undo". The same message again, after a crash, takes nothing more back. */
export async function undoLast(reminded: Reminded, turn: Turn, actor: Actor, tools: Tools): Promise<Answer> {
  if ((await tools.cases.actedOn(actor.place, actor.cause)) !== null) {
    return showChange(reminded, actor);
  }
  const pasted = pastedLast(reminded.case);
  if (pasted !== null) {
    const before = lastToUndo(reminded.case);
    const card = changeCard(
      viewOf(reminded, actor),
      [pasteStays(reminded.case, pasted, before)],
      actor.language,
      before,
    );
    return hintCard(card);
  }
  const undone = await undo(reminded, actor, tools);
  return undone ? showChange(undone.after, actor, undone.said) : hint(turn, nothingToUndo(reminded.case));
}
