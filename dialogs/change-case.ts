import type { Change } from '#src/cases/case-event.ts';
import { isIdle, refusal } from '#src/cases/transitions.ts';
import type { Text } from '#src/diagnosis/text.ts';
import { nextFollowUp, type Reminded } from '#src/follow-ups/next-follow-up.ts';
import { type Actor, doing } from './actor.ts';
import { alreadySo, changedMeanwhile, done, movedTo } from './case-words.ts';
import type { Tools } from './dialog.ts';

export interface Changed {
  /** The case as it is now, whether it was changed or not. */
  readonly after: Reminded;
  readonly isDone: boolean;
  readonly said: Text;
}

/** Adding to a case collides with nothing: where somebody was faster, it is simply added after theirs. */
const ADDS: ReadonlySet<Change['kind']> = new Set(['noted', 'still-waiting']);
const MOST_TRIES = 10;

/** Does one thing to a case that was seen as `seen`, or says why not. Nothing of anybody else is overwritten. */
export async function changeCase(
  seen: Reminded,
  change: Change,
  actor: Actor,
  { cases }: Tools,
  step = 0,
): Promise<Changed> {
  let now = seen;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const refused = refusal(now.case, change) ?? (isIdle(now.case, change) ? alreadySo() : null);
    if (refused) return { after: now, isDone: false, said: refused };
    const { number, version } = now.case;
    const result = await cases.append(actor.place, number, version, change, doing(actor, step));
    const after = (await cases.find(actor.place, number)) ?? now;
    if (result === 'appended') return { after, isDone: true, said: told(now, after, change, actor) };
    if (!ADDS.has(change.kind)) return { after, isDone: false, said: changedMeanwhile(after.case) };
    now = after;
  }
  return { after: now, isDone: false, said: changedMeanwhile(now.case) };
}

function told(before: Reminded, after: Reminded, change: Change, { calendar }: Actor): Text {
  const said = done(before.case, change);
  const day = nextFollowUp(after, calendar)?.toString();
  if (change.kind !== 'follow-up-set' || !day || day === change.day) return said;
  const moved = movedTo(day);
  return { en: said.en + moved.en, zh: said.zh + moved.zh };
}
