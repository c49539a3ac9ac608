import { Person } from '#src/cases/case-event.ts';
import { SOMEONE } from '#src/cases/timeline.ts';
import type { Language } from '#src/language/text.ts';
import type { Doing } from '#src/ports/case-store.ts';
import type { Target } from '#src/ports/inbox.ts';
import type { Author } from '#src/ports/message.ts';
import { type Place, placeOf } from '#src/ports/place.ts';
import type { Turn } from '#src/ports/turn.ts';
import { type Calendar, calendarOf } from './cases/case-calendar.ts';
import type { Tools } from './dialog.ts';

/** Whoever acts on a case, by a message or by a button, and where. */
export interface Actor {
  readonly target: Target;
  readonly place: Place;
  readonly author: Author;
  readonly language: Language;
  readonly calendar: Calendar;
  /** ISO instant. */
  readonly now: string;
  /** The message or button press: what it does is done once. */
  readonly cause: string;
}

/** Where the channel does not tell who it was. */
const SOMEBODY: Author = { id: 'unknown', name: '' };

export async function actorOf({ id, target, message, language }: Turn, tools: Tools): Promise<Actor> {
  const place = placeOf(target);
  const calendar = await calendarOf(place, message.timeZone, language, tools);
  const author = personOf(message.author ?? SOMEBODY);
  return { target, place, author, language, calendar, now: tools.now().toISOString(), cause: id };
}

/** Names come from outside and are kept: empty where nothing of it could be seen. */
export function personOf({ id, name }: Author): Author {
  return Person.parse({ id, name });
}

/** Whoever takes a case over is named, be it as someone. */
export function ownName({ author, language }: Actor): string {
  return author.name || SOMEONE[language];
}

/** The `step`-th thing that one message does. */
export function doing({ author, now, cause }: Actor, step = 0): Doing {
  return { by: author, at: now, cause: step === 0 ? cause : `${cause}/${step}` };
}
