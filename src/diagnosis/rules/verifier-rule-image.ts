import type { RuleInput } from './rule.ts';

/**
 * DDI compliance checking runs as a module named after its rule (NdisTimedOidComplete.sys), and !analyze then names
 * that module: a detector, not a driver on the machine. The stop's first argument says which rule it was.
 */
export function isVerifierRuleImage(image: string, { crash, facts }: RuleInput): boolean {
  const stem = image.toLowerCase().replace(/\.sys$/, '');
  const rule = /ID of the '(\w{1,60})' rule/.exec(crash.bugcheck?.argTexts[0] ?? '')?.[1];
  if (rule?.toLowerCase() === stem) return true;
  return facts.fields.some(
    ({ name, value }) =>
      (name === 'BUGCHECK_STR' || name === 'FAILURE_BUCKET_ID') && value.toLowerCase().startsWith(`0xc4_${stem}_xdv`),
  );
}
