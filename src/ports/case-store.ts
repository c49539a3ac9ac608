import type { CaseEvent, Created } from '../cases/case-event.ts';
import type { Reminded } from '../follow-ups/next-follow-up.ts';
import type { Place } from './place.ts';

/** Who does something, when, and the message or button press that it comes from: the same cause acts once. */
export interface Doing {
  readonly by: CaseEvent['by'];
  /** ISO instant in UTC with milliseconds. */
  readonly at: string;
  readonly cause: string;
}

/** Something that a message did to a case. */
export interface Deed {
  readonly number: number;
  readonly what: CaseEvent['what'];
}

/** Another text for a paste, null for none, and what its cases tell of that. */
export interface Revision {
  readonly id: string;
  readonly text: string | null;
  readonly typed: number | null;
  readonly told: readonly { readonly number: number; readonly version: number; readonly what: CaseEvent['what'] }[];
}

export interface StoredPaste {
  readonly id: string;
  readonly at: string;
  readonly author: string;
  readonly text: string;
  /** How much of it was typed into the message, in characters; the rest are its files. Null where nobody knows. */
  readonly typed?: number | null;
  /** The thread of a channel that it was sent in; null or absent for none. */
  readonly thread?: string | null;
}

/** A paste that is kept, without its text. */
export type PasteNote = Pick<StoredPaste, 'id' | 'at' | 'author'> & { readonly thread: string | null };

/**
 * Cases and their raw pastes. Everything is asked for by place, so nothing of another team or tenant can be reached,
 * whatever number or id is given.
 */
export interface CaseStore {
  /** Opens a case under the next number of its place. */
  readonly create: (place: Place, what: Created, doing: Doing, thread: string | null) => Promise<Reminded>;
  readonly find: (place: Place, number: number) => Promise<Reminded | null>;
  /** All cases of a place, forgotten ones left out, in the order of their numbers. */
  readonly list: (place: Place) => Promise<readonly Reminded[]>;
  /** Adds one event, if the case is still at the version that the writer saw. */
  readonly append: (
    place: Place,
    number: number,
    version: number,
    what: CaseEvent['what'],
    doing: Doing,
  ) => Promise<'appended' | 'outdated'>;
  /** The number of the case that a message or button press has acted on already, null where it has not. */
  readonly actedOn: (place: Place, cause: string) => Promise<number | null>;
  /** The youngest case that was opened in this thread, or null. */
  readonly inThread: (place: Place, thread: string) => Promise<number | null>;
  /** Keeps a paste under the id of the message it came with, belonging to no case yet; again is no error. */
  readonly keepPaste: (place: Place, paste: StoredPaste) => Promise<void>;
  /** Those of the ids that are kept, in the order they were said. */
  readonly pastes: (place: Place, ids: readonly string[]) => Promise<readonly StoredPaste[]>;
  /** The latest paste that somebody sent to a place since then, but for that of the message `except`; null for none. */
  readonly lastPaste: (place: Place, author: string, since: string, except: string) => Promise<string | null>;
  /** The latest pastes that anybody sent to a place since then, newest first, of cases too; a dozen at most. */
  readonly recentPastes: (place: Place, since: string) => Promise<readonly PasteNote[]>;
  /** Replaces or deletes a paste and tells its cases, if all of them are still at the versions that the writer saw. */
  readonly revisePaste: (place: Place, revision: Revision, doing: Doing) => Promise<'done' | 'outdated'>;
  /** What these messages have done to cases. */
  readonly deeds: (place: Place, causes: readonly string[]) => Promise<readonly Deed[]>;
  /** Deletes the text of the notes that these messages were; returns the numbers of their cases. */
  readonly withdrawNotes: (place: Place, causes: readonly string[]) => Promise<readonly number[]>;
  /** Deletes the pastes of a place that no case of it has. */
  readonly forgetLoose: (place: Place) => Promise<void>;
  /** Deletes the case with everything said in it; its number is not given away again. */
  readonly forget: (place: Place, number: number) => Promise<void>;
  /**
   * Deletes pastes of cases closed before `closed` (null: none of them), and those older than `loose` that no case has.
   * The cases tell of it as of `now`. Returns how many.
   */
  readonly expirePastes: (now: string, closed: string | null, loose: string) => Promise<number>;
}
