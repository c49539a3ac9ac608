import type { Pressed } from '#src/ports/act.ts';
import { placeOf } from '#src/ports/place.ts';
import { type Actor, personOf } from '../actor.ts';
import { calendarOf } from '../cases/case-calendar.ts';
import type { Tools } from '../dialog.ts';

/** Whoever pressed a button, and where. */
export async function pressActor(pressed: Pressed, tools: Tools): Promise<Actor> {
  const { id, target, language, timeZone } = pressed;
  const author = personOf(pressed.author);
  const place = placeOf(target);
  const calendar = await calendarOf(place, timeZone, language, tools);
  return { target, place, author, language, calendar, now: tools.now().toISOString(), cause: id };
}
