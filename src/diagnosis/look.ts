import type { Crash } from './crash.ts';
import type { Facts } from './facts.ts';
import type { Knowledge } from './knowledge/knowledge.ts';

/**
 * One crash as it is judged: its facts, what Windows people know, and what was derived from both so far. All that is derived
 * lives in the look and goes with it: another look, at the same crash with another table, derives anew.
 */
export interface Look {
  readonly crash: Crash;
  /** Those of the crash. */
  readonly facts: Facts;
  readonly knowledge: Knowledge;
  /** What `derive` makes of this look: worked out when first asked for. One that throws is asked again the next time. */
  readonly see: <Result>(derive: (look: Look) => Result) => Result;
}

export function look(crash: Crash, knowledge: Knowledge): Look {
  const seen = new Map<unknown, unknown>();
  const own: Look = {
    crash,
    facts: crash.facts,
    knowledge,
    see: <Result>(derive: (look: Look) => Result): Result => {
      if (!seen.has(derive)) {
        seen.set(derive, derive(own));
      }
      // Only its own result is ever kept under a derivation.
      return seen.get(derive) as Result;
    },
  };
  return own;
}

/**
 * A view: what several rules ask of a crash, derived once per look. It is called like any function of a look, so nobody who
 * asks can forget that it is kept, and nobody but the view decides it. What it gives is not to be changed.
 */
export function view<Result>(derive: (look: Look) => Result): (look: Look) => Result {
  return (own) => own.see(derive);
}
