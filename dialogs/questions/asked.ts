import type { Driver } from '#src/diagnosis/knowledge/knowledge.ts';
import type { Language } from '#src/language/text.ts';

/** What can be asked about a diagnosis. */
export const INTENTS = [
  'why', // on what the verdict rests
  'line', // which lines of the paste say so
  'sure', // how sure it is, and when it would be wrong
  'not', // somebody else: why not they, could it be they, it is they
  'analyze', // why the debugger's own analysis says something else
  'meaning', // of an argument, a code, a command, a word
  'driver', // what a module is
  'first', // what to do
  'need', // what is still to be sent
  'customer', // what to tell the customer
  'undo', // the way back
  'same', // whether others have the same cause
  'language', // the same card in another language
] as const;

export type Intent = (typeof INTENTS)[number];

/** What a question is about, besides the crash. */
export type Subject =
  | { readonly kind: 'argument'; readonly index: number }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'command'; readonly text: string }
  | { readonly kind: 'term'; readonly name: string }
  | { readonly kind: 'tag'; readonly tag: string }
  /** `said`: as it was typed; `image` as the diagnosis or a table calls it, else the same in lower case. */
  | { readonly kind: 'driver'; readonly said: string; readonly image: string }
  | { readonly kind: 'party'; readonly party: Party };

/** Whom people name without a file: the hardware, Windows, a kind of product. */
export type Party = 'hardware' | 'os' | Driver['kind'];

/** Which of several crashes: `c2`, the second one, the one with this stop code. */
export type CrashRef =
  | { readonly kind: 'id'; readonly id: string }
  | { readonly kind: 'place'; readonly place: number | 'last' }
  /** All but the one that was told first. */
  | { readonly kind: 'other' }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'name'; readonly name: string };

/** Driver Verifier, or whatever keeps Windows from starting. */
export type ToUndo = 'verifier' | 'no-start';
/** Taking the driver out, switching it off, restarting the machine, installing Windows anew, going on as it is, what else there is. */
export type Meant = 'remove' | 'disable' | 'restart' | 'reinstall' | 'go-on' | 'else';

export interface Asked {
  readonly intent: Intent;
  readonly subject: Subject | null;
  readonly crash: CrashRef | null;
  /** Another case that is named: `the same as case 2`. */
  readonly other: string | null;
  /** The language that the question is put in, and answered in. */
  readonly language: Language;
  /** What more the question tells: what has to be undone, or what somebody means to do. */
  readonly about: ToUndo | Meant | null;
  /** The language that is asked for. */
  readonly into: Language | null;
}
