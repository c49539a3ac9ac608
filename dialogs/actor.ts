import { Person } from '#src/cases/case-event.ts';
import { SOMEONE } from '#src/cases/timeline.ts';
import type { Language } from '#src/language/text.ts';
import type { Pressed } from '#src/ports/act.ts';
import type { Doing } from '#src/ports/case-store.ts';
import type { Target } from '#src/ports/inbox.ts';
import type { Author } from '#src/ports/message.ts';
import { type Place, placeOf } from '#src/ports/place.ts';
import type { Turn } from '#src/ports/turn.ts';
import { type Calendar, calendarOf } from './cases/case-calendar.ts';
import type { Tools } from './dialog.ts';
import { tongueOf } from './tongue.ts';

/** Whoever acts on a case, by a message or by a button, and where. */
export interface Actor {
  readonly target: Target;
  readonly place: Place;
  readonly author: Author;
  readonly language: Language;
  /** The language that they are known to speak, whatever they paste; null where nobody knows. */
  readonly speaks: Language | null;
  readonly calendar: Calendar;
  /** ISO instant. */
  readonly now: string;
  /** The message or button press: what it does is done once. */
  readonly cause: string;
}

/** Where the channel does not tell who it was. */
const SOMEBODY: Author = { id: 'unknown', name: '' };

type Source = Pick<Pressed, 'id' | 'target' | 'author' | 'language' | 'timeZone'> & Pick<Actor, 'speaks'>;

/** Whoever said something, and where. */
export function actorOf({ id, target, message, language, speaks }: Turn, tools: Tools): Promise<Actor> {
  const { author = SOMEBODY, timeZone } = message;
  return actorIn(
    { id, target, author, language, speaks: speaks ?? null, ...(timeZone === undefined ? {} : { timeZone }) },
    tools,
  );
}

/** Whoever pressed a button, and where. */
export async function pressActor(pressed: Pressed, tools: Tools): Promise<Actor> {
  const speaks = await tongueOf(pressed.target, pressed.author, tools);
  return actorIn({ ...pressed, language: speaks ?? pressed.language, speaks }, tools);
}

async function actorIn({ id, target, author, language, speaks, timeZone }: Source, tools: Tools): Promise<Actor> {
  const place = placeOf(target);
  const calendar = await calendarOf(place, timeZone, language, tools);
  // Names come from outside and are kept: empty where nothing of one could be seen.
  const person = Person.parse({ id: author.id, name: author.name });
  return { target, place, author: person, language, speaks, calendar, now: tools.now().toISOString(), cause: id };
}

/** Whoever takes a case over is named, be it as someone. */
export function ownName({ author, language }: Actor): string {
  return author.name || SOMEONE[language];
}

/** The `step`-th thing that one message does. */
export function doing({ author, now, cause }: Actor, step = 0): Doing {
  return { by: author, at: now, cause: step === 0 ? cause : `${cause}/${step}` };
}
