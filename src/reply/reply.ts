import type { Confidence } from '../diagnosis/verdict/verdict.ts';
import type { Language } from '../language/text.ts';
import type { Contribution, Story } from './story/story.ts';

/**
 * What is answered to a paste, in one language and free of any layout: the terminal, the card and the mail
 * draw the same reply. Made by `build-reply.ts`.
 */
export interface Reply {
  readonly language: Language;
  /** For notifications and screen readers: who is suspected first. */
  readonly summary: string;
  /** What several crashes have in common, strongest group first; empty for a single crash. */
  readonly groups: readonly GroupReply[];
  readonly crashes: readonly CrashReply[];
  readonly warnings: readonly string[];
}

export interface GroupReply {
  readonly title: string;
  readonly crashes: readonly string[];
  /** The same by the dump that they are views of. */
  readonly dumps: readonly (readonly string[])[];
  readonly culprit: string;
  readonly confidence: Confidence;
  /** Those of its crashes that only a reason with a condition ties to the others. */
  readonly likely: readonly string[];
  /** One sentence: which crashes, one cause or not, who. */
  readonly verdict: string;
  /** The shared cause in two to four sentences. */
  readonly story: Story;
  /** What each of its crashes adds. */
  readonly contributions: readonly Contribution[];
  readonly reasons: readonly string[];
  /** What to do about the shared cause, said once; its crashes then leave it out. */
  readonly steps: readonly StepReply[];
}

export interface CrashReply {
  readonly id: string;
  /** `0x1e KMODE_EXCEPTION_NOT_HANDLED`, or a sentence where there is no stop code. */
  readonly title: string;
  /** `lines 87–252, 333–412 of thread.txt`. */
  readonly where: string;
  readonly meaning: string | null;
  readonly args: readonly { readonly name: string; readonly value: string; readonly meaning: string }[];
  /** Labelled values such as the process, the failing symbol, the bucket. */
  readonly details: readonly { readonly name: string; readonly value: string }[];
  readonly verdict: {
    readonly culprit: string;
    readonly confidence: Confidence;
    readonly sentence: string;
    /** Whom !analyze names instead; why not him is told by the story and the evidence. */
    readonly againstAnalyze: string | null;
  };
  /** The verdict in two to four sentences. */
  readonly story: Story;
  /** For and against the culprit, and against the others; all of it where there is no culprit. */
  readonly evidence: readonly EvidenceReply[];
  /** What speaks for others than the culprit. */
  readonly considered: readonly EvidenceReply[];
  readonly steps: readonly StepReply[];
  readonly nextCommands: readonly { readonly command: string; readonly why: string }[];
  /** How each rule ended, for "what I saw". */
  readonly trace: readonly string[];
}

export interface EvidenceReply {
  readonly for: boolean;
  readonly suspect: string;
  readonly rule: string;
  readonly text: string;
  /** Lines of the paste that say so, shortened where long; `place` is the line, `3:28` where there are several pastes. */
  readonly quotes: readonly { readonly place: string; readonly text: string }[];
}

export interface StepReply {
  readonly title: string;
  readonly text: string;
  readonly reason: string;
  readonly commands: readonly string[];
  readonly undo: readonly string[];
}
