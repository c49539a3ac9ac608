import { Change } from '#src/cases/case-event.ts';
import { collision } from '#src/cases/collisions.ts';
import { isIdle, refusal } from '#src/cases/transitions.ts';
import type { Reminded } from '#src/follow-ups/next-follow-up.ts';
import { reminderDay } from '#src/follow-ups/reminder-day.ts';
import { isDayOff } from '#src/follow-ups/working-days.ts';
import type { Text } from '#src/language/text.ts';
import { type Actor, doing } from '../actor.ts';
import type { Tools } from '../dialog.ts';
import { type Calendar, calendarFor } from './case-calendar.ts';
import { alreadySo, changedMeanwhile, done, hourIsOver, movedTo, NOBODY_REMINDS, noSuchCase } from './case-words.ts';

export interface Changed {
  /** The case as it is now, whether it was changed or not. */
  readonly after: Reminded;
  readonly isDone: boolean;
  readonly said: Text;
}

const MOST_TRIES = 10;

/**
 * Does one thing to a case that was seen as `seen`, or says why not. Nothing of anybody else is overwritten; where they
 * only added, or changed something else, it is done after theirs. It is told as it is kept: a title that was too long,
 * with its end cut.
 */
export async function changeCase(
  seen: Reminded,
  wanted: Change,
  actor: Actor,
  { cases }: Tools,
  step = 0,
): Promise<Changed> {
  const change = Change.parse(wanted);
  let now = seen;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const refused = refusal(now.case, change) ?? (isIdle(now.case, change) ? alreadySo() : null);
    if (refused) {
      return { after: now, isDone: false, said: refused };
    }
    const { number, version } = now.case;
    const result = await cases.append(actor.place, number, version, change, doing(actor, step));
    const after = await cases.find(actor.place, number);
    if (!after) {
      return { after: now, isDone: false, said: noSuchCase(String(number)) };
    }
    if (result === 'appended') {
      return { after, isDone: true, said: told(now, after, change, actor) };
    }
    const since = after.case.events.slice(version);
    const collided = collision([change], since);
    if (collided) {
      return { after, isDone: false, said: changedMeanwhile(collided, calendarFor(after.case, actor.calendar).zone) };
    }
    now = after;
  }
  throw new Error('the case changed each time it was to be changed');
}

/** Whoever chooses a day is told where nothing will come on it. */
function told(before: Reminded, after: Reminded, change: Change, { calendar: own, now }: Actor): Text {
  const said = done(before.case, change);
  const calendar = calendarFor(after.case, own);
  if (change.kind !== 'follow-up-set') {
    return said;
  }
  const more = [movedDay(change.day, after, calendar, now), ...(calendar.digests ? [] : [NOBODY_REMINDS])];
  const all = [said, ...more].filter(({ en }) => en !== '');
  return { en: all.map(({ en }) => en).join(' '), zh: all.map(({ zh }) => zh).join('') };
}

function movedDay(chosen: string, after: Reminded, calendar: Calendar, now: string): Text {
  const day = reminderDay(after, calendar, now)?.toString() ?? chosen;
  if (day === chosen) {
    return { en: '', zh: '' };
  }
  return isDayOff(chosen, calendar) ? movedTo(day) : hourIsOver(day);
}
