import type { AdaptiveCard } from '../cards/adaptive-card.ts';
import type { Paste } from '../diagnosis/crash.ts';
import type { Language, Text } from '../language/text.ts';
import type { Asker } from './diagnoser.ts';
import type { Target } from './inbox.ts';
import type { Author, Message } from './message.ts';
import type { Saying, Written } from './transcript.ts';

/** A request to the paste page, whatever server takes it. */
export interface PageRequest {
  readonly query: URLSearchParams;
  /** The header of that name. */
  readonly authorization: string | undefined;
  /** The header of that name: which languages the browser prefers. */
  readonly languages: string | undefined;
  /** Not called where the request is refused without it: then nothing of it is held. */
  readonly readBody: (most: number) => Promise<Uint8Array | 'too-long' | 'cut-off'>;
  /** Nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

export interface PageAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

export interface PageRoute {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** What the body must call itself; null where there is none. */
  readonly takes: string | null;
  readonly answer: (request: PageRequest) => Promise<PageAnswer>;
}

/** For whom the paste page is opened, and where the answer goes. */
export interface PageHolder extends Pick<Message, 'scope' | 'locale' | 'timeZone'> {
  readonly target: Target;
  readonly author: Author;
}

/** Makes the address of the paste page for one person and conversation; it is good for a while. */
export type OpenPage = (
  holder: PageHolder,
  look: { readonly language: Language; readonly theme: string | null },
) => Promise<string>;

/** What a paste shows, before anybody is asked to judge it. */
export interface Recognised {
  /** Its dumps: what stopped, and where it stands. */
  readonly dumps: readonly { readonly title: Text; readonly where: Text }[];
  /** What is missing or damaged. */
  readonly notes: readonly Text[];
}

/** Reads a paste for the eyes of whoever has it before them; nothing is kept. */
export interface Looking {
  readonly recognise: (pastes: readonly Paste[], asker: Asker) => Promise<Recognised>;
  /** Everything that is said of it, as text to copy. */
  readonly report: (pastes: readonly Paste[], language: Language, asker: Asker) => Promise<string>;
}

/** A conversation with whoever sits at this machine, on the page itself. It is kept: a reload shows it again. */
export interface Here {
  /** Takes what was written, once for each key; its answer is heard later. */
  readonly say: (written: Written, language: Language, key: string) => Promise<void>;
  /** Answers come in that language from now on, whatever is pasted. */
  readonly choose: (language: Language) => Promise<void>;
  /** What was said since that saying. */
  readonly heard: (after: number) => Promise<readonly Saying[]>;
  /** Everything that is said of what was written there, as text to copy; null where it is gone. */
  readonly report: (saying: number, language: Language) => Promise<string | null>;
  /** A button of the card that was said there; null where it is not known. */
  readonly press: (saying: number, data: unknown, language: Language) => Promise<AdaptiveCard | null>;
  /** A file that was offered; null where what it was about is gone. */
  readonly write: (context: unknown, language: Language) => Promise<{ readonly text: string } | null>;
  /** Forgets what was said; cases stay. */
  readonly clear: () => Promise<void>;
}
