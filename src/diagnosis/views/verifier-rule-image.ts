import type { Facts } from '../facts.ts';
import { type Look, view } from '../look.ts';

/**
 * DDI compliance checking runs as a module named after its rule (NdisTimedOidComplete.sys), and !analyze then names
 * that module: a detector, not a driver on the machine. The stop's first argument says which rule it was.
 */
export function isVerifierRuleImage(image: string, look: Look): boolean {
  const stem = image.toLowerCase().replace(/\.sys$/, '');
  const rule = /ID of the '(?<rule>\w{1,60})' rule/.exec(look.crash.bugcheck?.argTexts[0] ?? '')?.groups?.rule;
  return rule?.toLowerCase() === stem || rulesInBuckets(look).has(stem);
}

/** Every named driver asks, and a paste may name very many. */
const rulesInBuckets = view(({ facts }): ReadonlySet<string> => new Set(facts.fields.flatMap(rulesIn)));

const BEFORE = '0xc4_';
const BEHIND = '_xdv';

/** `0xc4_NdisTimedOidComplete_XDV_VRF`. */
function rulesIn({ name, value }: Facts['fields'][number]): string[] {
  const lower = value.toLowerCase();
  if ((name !== 'BUGCHECK_STR' && name !== 'FAILURE_BUCKET_ID') || !lower.startsWith(BEFORE)) {
    return [];
  }
  const found: string[] = [];
  for (let at = lower.indexOf(BEHIND, BEFORE.length); at !== -1; at = lower.indexOf(BEHIND, at + 1)) {
    found.push(lower.slice(BEFORE.length, at));
  }
  return found;
}
