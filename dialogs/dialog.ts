import type { Knowledge } from '#src/diagnosis/knowledge/knowledge.ts';
import type { Answer } from '#src/ports/answer.ts';
import type { CaseStore } from '#src/ports/case-store.ts';
import type { Diagnose } from '#src/ports/diagnoser.ts';
import type { Explain } from '#src/ports/explainer.ts';
import type { ReadFile } from '#src/ports/file-reader.ts';
import type { FollowUpStore } from '#src/ports/follow-up-store.ts';
import type { Turn } from '#src/ports/turn.ts';

/** What a dialog may use of the world. */
export interface Tools {
  readonly diagnose: Diagnose;
  readonly explain: Explain;
  readonly readFile: ReadFile;
  readonly knowledge: Knowledge;
  readonly cases: CaseStore;
  readonly followUps: FollowUpStore;
  readonly now: () => Date;
}

/**
 * One thing the bot can be asked. The first dialog that accepts a turn answers it; what a dialog says is a value,
 * so that there is exactly one answer, and so that it can be sent again after a crash.
 */
export interface Dialog {
  readonly name: string;
  /** It says itself what became of the files that came along; of the others that is said beside their answer. */
  readonly takesFiles?: true;
  readonly accepts: (turn: Turn, tools: Pick<Tools, 'knowledge'>) => boolean;
  readonly reply: (turn: Turn, tools: Tools) => Answer | Promise<Answer>;
}
