import type { Text } from '../../language/text.ts';
import type { FactKind, Lines } from '../facts.ts';
import type { Look } from '../look.ts';

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
}

export interface Evidence extends Finding {
  readonly rule: string;
  readonly family: Family;
  readonly weight: Weight;
  readonly namedBy?: 'windows';
}

export interface Rule {
  /** A noun for the finding; the file has the same name. */
  readonly name: string;
  /** Why the finding matters, for the engineer. */
  readonly why: Text;
  /** When the finding misleads, for the engineer. */
  readonly unless: Text;
  readonly weight: Weight;
  readonly family: Family;
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
