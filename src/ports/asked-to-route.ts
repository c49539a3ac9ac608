import type { Routed, ToldQuestion } from '../telling/question.ts';
import type { Answer } from './answer.ts';

/** A question that a model routes, with what the rules answer to its choice. */
export interface AskedToRoute {
  readonly told: ToldQuestion;
  /** Null where the choice is none, or cannot be answered. */
  readonly answer: (routed: Routed) => Promise<Answer | null>;
}
