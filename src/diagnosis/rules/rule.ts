import type { Text } from '../../language/text.ts';
import type { FactKind, Lines } from '../facts.ts';
import type { Failure } from '../knowledge/failures.ts';
import type { Look } from '../look.ts';

/**
 * The closed set of explanations of a crash. Exactly one holds; a verdict is what the evidence leaves of them.
 * A driver from outside Windows is at fault by its own act; what it was only handed is `forwarder`.
 */
export const RIVALS = [
  'driver', // a driver from outside Windows, by its own act
  'forwarder', // the driver seen only handed on what another one, not seen here, asked for
  'corruptor', // somebody not seen here damaged memory before
  'hardware', // memory, processor, disk, device
  'windows', // Windows itself
  'platform', // firmware or hypervisor
  'program', // a program was ended, or ended another one
  'deliberate', // somebody asked for the stop
] as const;

export type Rival = (typeof RIVALS)[number];

/** How much of what its suspect does not account for falls to a rival, as parts of the whole, and why. */
export interface Share {
  readonly parts: number;
  readonly because: string;
  /** It would look the same in every dump: that the observation is made again says nothing against it. */
  readonly recurs?: true;
}

/**
 * What an observation says of the explanations besides the one that it speaks for. How surely it speaks for its suspect is
 * the weight (`verdict/weigh.ts`); this divides the rest.
 */
export type Likelihoods = Readonly<Partial<Record<Rival, Share>>>;

/**
 * One way in which a finding misleads. `says`: the explanations of which one holds then; absent where the observation itself
 * would be misread, which leaves all of them open.
 */
export interface Caveat extends Text {
  readonly says?: readonly Rival[];
}

/** How much one finding is worth; the numbers stand once, in `verdict/weigh.ts`. */
export type Weight = 'decisive' | 'strong' | 'moderate' | 'weak';

/**
 * What kind of observation a finding rests on. Findings of one family retell the same observation (a faulting frame, the
 * name that !analyze derives from it and the name on the stop screen are one), so only the best of them counts.
 */
export type Family =
  | 'code' // where control was: frames, the faulting address, names derived from them
  | 'ownership' // who owns the memory, request, device, lock or unloaded range
  | 'presence' // who is there at all
  | 'values' // what the bad value looks like
  | 'machine' // records and traces of failing hardware
  | 'system' // what Windows itself reports about its own data
  | 'module' // what the module's own record and public lists say
  | 'told'; // what a person says

/**
 * One finding. `suspect` is an image in lower case (`acmeflt.sys`), or `hardware`, or `os`.
 * `for: false` speaks against that suspect: it multiplies its score down.
 */
export interface Finding {
  readonly suspect: string;
  readonly for: boolean;
  /** Overrides the rule's own weight where the same rule sees a better or poorer case. */
  readonly weight?: Weight;
  readonly lines: readonly Lines[];
  readonly text: Text;
  /** What a tool says without showing why: where nothing else speaks for the suspect, nobody is named with more than low. */
  readonly hint?: true;
  /** Explanations of the crash that this finding rules out, whoever the suspect is. */
  readonly excludes?: readonly Rival[];
  /** Overrides the caveats of the rule where they depend on what is seen. */
  readonly unless?: readonly Caveat[];
  /** The bit that it shows to be turned, and of what: the same one in another dump is no chance. */
  readonly turned?: TurnedBit;
}

export interface TurnedBit {
  /** From 0, of the value or of the bytes at the place. */
  readonly bit: number;
  /** Where it stands, by a name that every dump of the build has (`nt!KiPageFault at 10 …a40`); null for a pointer. */
  readonly place: string | null;
}

export interface Evidence extends Omit<Finding, 'unless'> {
  readonly rule: string;
  readonly family: Family;
  readonly weight: Weight;
  readonly namedBy?: 'windows';
  readonly leaves: Likelihoods;
  readonly shows?: Failure;
  /** Set where the text names other dumps (`c2`): a case numbers them anew. */
  readonly namesDumps?: true;
  readonly why: Text;
  /** When it misleads, in the words of those of its caveats that nothing in the crash rules out. */
  readonly unless: Text;
  /** All of them; absent where the words are all there is. */
  readonly caveats?: readonly Caveat[];
}

export interface Rule {
  /** A noun for the finding; the file has the same name. */
  readonly name: string;
  /** Why the finding matters, for the engineer. */
  readonly why: Text;
  /** When the finding misleads, for the engineer: in one way, or in several that hold apart from one another. */
  readonly unless: Caveat | readonly Caveat[];
  readonly weight: Weight;
  readonly family: Family;
  /** What went wrong, where the finding is an observation of it. */
  readonly shows?: Failure;
  /** To which explanations falls what the suspect does not account for, and why. */
  readonly leaves: Likelihoods;
  /** Set where Windows itself recorded the suspect, so that nobody presumes anything of an image that no table knows. */
  readonly namedBy?: 'windows';
  /** Kinds of fact without which the rule is not run; a missing one is shown in the trace. */
  readonly needs: readonly FactKind[];
  /** The crash is guaranteed to hold the kinds of `needs`. */
  readonly find: (look: Look) => readonly Finding[];
}

/** How a rule ended, for the trace. */
export type RuleTrace =
  | { readonly rule: string; readonly end: 'fired'; readonly findings: number }
  | { readonly rule: string; readonly end: 'silent' }
  | { readonly rule: string; readonly end: 'lacked'; readonly facts: readonly FactKind[] }
  | { readonly rule: string; readonly end: 'failed' };
