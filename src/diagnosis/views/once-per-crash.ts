import type { RuleInput } from '../rules/rule.ts';

/**
 * What is worked out once for a crash and asked for by many rules. What is known belongs to it: the same crash judged with
 * another table is worked out anew.
 */
export function oncePerCrash<Result>(workOut: (input: RuleInput) => Result): (input: RuleInput) => Result {
  const byKnowledge = new WeakMap<RuleInput['knowledge'], WeakMap<RuleInput['crash'], Result>>();
  return (input) => {
    const byCrash = byKnowledge.get(input.knowledge) ?? new WeakMap<RuleInput['crash'], Result>();
    byKnowledge.set(input.knowledge, byCrash);
    const known = byCrash.get(input.crash);
    if (known !== undefined) {
      return known;
    }
    const result = workOut(input);
    byCrash.set(input.crash, result);
    return result;
  };
}
