import type { FactKind } from '../facts.ts';
import type { Look } from '../look.ts';
import { asList, inWords } from './caveats.ts';
import type { Evidence, Rule, RuleTrace } from './rule.ts';

/** Runs every rule on one crash. A broken rule is traced as failed and never hides what the others found. */
export function runRules(look: Look, rules: readonly Rule[]): { evidence: Evidence[]; trace: RuleTrace[] } {
  const evidence: Evidence[] = [];
  const trace: RuleTrace[] = [];
  for (const rule of rules) {
    const lacking = rule.needs.filter((kind) => lacks(kind, look));
    if (lacking.length > 0) {
      trace.push({ rule: rule.name, end: 'lacked', facts: lacking });
      continue;
    }
    const found = runRule(rule, look);
    for (const one of found ?? []) {
      evidence.push(one);
    }
    trace.push(traceOf(rule.name, found));
  }
  return { evidence, trace };
}

/** A stop may be known by its bucket alone, in which no parser sees one. */
function lacks(kind: FactKind, { crash, facts }: Look): boolean {
  return facts[kind].length === 0 && !(kind === 'bugchecks' && crash.bugcheck !== null);
}

function runRule(rule: Rule, look: Look): Evidence[] | null {
  try {
    const { name, family, leaves, weight, namedBy, shows, why, unless } = rule;
    return rule.find(look).map(({ unless: own, ...finding }) => ({
      weight,
      ...finding,
      rule: name,
      family,
      leaves,
      why,
      unless: inWords(own ?? asList(unless)),
      caveats: own ?? asList(unless),
      ...(shows && { shows }),
      ...(namedBy && { namedBy }),
    }));
  } catch {
    // Contained and traced: a paste that breaks one rule must still be judged by the others.
    return null;
  }
}

function traceOf(rule: string, found: readonly Evidence[] | null): RuleTrace {
  if (found === null) {
    return { rule, end: 'failed' };
  }
  return found.length > 0 ? { rule, end: 'fired', findings: found.length } : { rule, end: 'silent' };
}
