import type { Text } from '../../language/text.ts';
import type { Lines } from '../facts.ts';
import type { Failure } from '../knowledge/failures.ts';
import type { Evidence, Rival, RuleTrace } from '../rules/rule.ts';

export type Confidence = 'high' | 'medium' | 'low';

export interface Verdict {
  /** Image in lower case, `hardware`, `os`, or `unknown`. */
  readonly culprit: string;
  /** Of those called high at least 97 % are right, of medium at least 80 %. `unknown` is always low. */
  readonly confidence: Confidence;
  /** Probability that the culprit is right; for `unknown`, of the best suspect. */
  readonly probability: number;
  /** Where and why it differs from what !analyze blames; null where it does not. */
  readonly againstAnalyze: Contradiction | null;
}

export interface Contradiction {
  /** Whom the debugger names, and whom we do. */
  readonly names: Text;
  /** The finding that decides, as it stands among the evidence; null where the verdict has none of its own. */
  readonly because: Text | null;
}

export interface Suspect {
  readonly driver: string;
  readonly score: number;
  readonly evidence: readonly Evidence[];
}

/** An explanation of the crash that something in it rules out. */
export interface Excluded {
  readonly rival: Rival;
  readonly because: Text;
  readonly lines: readonly Lines[];
}

/** An explanation that is still possible beside the verdict; for `unknown`, one that nothing rules out. */
export interface Remaining {
  readonly rival: Rival;
  /** The image that would be meant, where the paste shows one. */
  readonly suspect: string | null;
  /** Its part, 0 … 1, as far as that can be told. */
  readonly share: number;
}

export interface Recommendation {
  /** Id of a playbook in the knowledge. */
  readonly id: string;
  readonly title: Text;
  readonly text: Text;
  /** Why it is recommended here. */
  readonly reason: Text;
  readonly commands: readonly string[];
  readonly undo: readonly string[];
}

export interface NextCommand {
  /** Filled in with the addresses of the paste; `<address>` only where the paste holds none. */
  readonly command: string;
  readonly why: Text;
}

/** What went wrong, as far as more can be told of it than what the stop code means. */
export interface ShownFailure {
  /** Null where only the detail is known. */
  readonly kind: Failure | null;
  /** What an argument of the stop adds: which of its cases it is, the name of the exception. */
  readonly detail: Text | null;
  /** Lines that show it; empty where the stop code alone does. */
  readonly lines: readonly Lines[];
  /** Set where Windows recorded it and went on running. */
  readonly live?: true;
}

export interface Judgement {
  readonly failure: ShownFailure;
  /** Set where somebody made the crash on purpose: what matters is why. */
  readonly deliberate?: true;
  /** Set where a debugger looks at a machine that runs: there is no crash to explain. */
  readonly session?: true;
  readonly verdict: Verdict;
  readonly suspects: readonly Suspect[];
  /** Rivals of the verdict that the evidence rules out, each once. */
  readonly excluded: readonly Excluded[];
  /** What is left beside the verdict, likeliest first; empty for what is no stop of Windows. */
  readonly remaining: readonly Remaining[];
  readonly recommendations: readonly Recommendation[];
  readonly nextCommands: readonly NextCommand[];
  readonly trace: readonly RuleTrace[];
}
