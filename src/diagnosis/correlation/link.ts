import { joined, LIST_COMMA } from '../../language/joined.ts';
import type { Text } from '../../language/text.ts';
import type { DiagnosedCrash } from '../diagnosis.ts';
import type { Lines } from '../facts.ts';
import type { Look } from '../look.ts';
import type { Evidence } from '../rules/rule.ts';

/** A diagnosed crash with the look that it was judged by. */
export interface SeenCrash extends DiagnosedCrash, Look {}

/** Crashes that one observation ties together. `certain: false` where it holds only under a condition, which the text names. */
export interface Link {
  readonly crashes: readonly SeenCrash[];
  /** What is seen, behind the names of the crashes and a colon: it begins as the middle of a sentence does. */
  readonly text: Text;
  readonly certain: boolean;
  /** What only the crashes together say: it counts in the verdict of their group. */
  readonly evidence?: Evidence;
  /** Set where it says that a suspect comes back in independent dumps, which makes the group surer. */
  readonly isRepetition?: boolean;
}

/** One reason for thinking that crashes have one cause. */
export interface LinkRule {
  readonly name: string;
  /** What ties them, in half a sentence. */
  readonly tie: Text;
  /** Where a crash shows what is compared; absent where no line does. */
  readonly shows?: (seen: SeenCrash) => readonly Lines[];
  /** Set where it ties views of one dump: they are one witness, and are counted once. */
  readonly isOfOneDump?: true;
  /** Set where it ties crashes by where and how they stopped, whoever is suspected. */
  readonly isOfStop?: true;
  readonly find: (crashes: readonly SeenCrash[]) => readonly Link[];
}

/** A link, and the reason that found it. */
export type NamedLink = Link & { readonly rule: LinkRule };

/** `c1 (0x1e), c3`: what a reader recognises the crashes by. */
export function crashNames(crashes: readonly SeenCrash[]): Text {
  const names = crashes.map(({ crash }) => (crash.bugcheck?.code ? `${crash.id} (${crash.bugcheck.code})` : crash.id));
  return joined(names, LIST_COMMA);
}
