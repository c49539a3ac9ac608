import type { FieldFact, Lines } from '../facts.ts';
import type { Look } from '../look.ts';
import { driverRole } from '../views/driver-role.ts';
import { stopCodeOf } from '../views/stop-code-of.ts';
import { isVerifierRuleImage } from '../views/verifier-rule-image.ts';
import { LEFT_BEHIND } from './fault-caveats.ts';
import { CAUGHT } from './observations.ts';
import type { Caveat, Finding, Rule } from './rule.ts';

export const verifierNamedDriver: Rule = {
  name: 'verifier-named-driver',
  why: {
    en: 'Driver Verifier keeps books per driver: what it says was leaked or left behind belongs to the driver it names.',
    zh: 'Driver Verifier 按驱动记账：它所说的泄漏或遗留，就属于它点名的驱动。',
  },
  unless: {
    en: 'The list only shows which drivers are being verified.',
    zh: '列表只是显示哪些驱动正在被验证。',
  },
  weight: 'decisive',
  family: 'ownership',
  shows: 'broken-rule',
  leaves: CAUGHT,
  namedBy: 'windows',
  needs: [],
  find,
};

function find(look: Look): Finding[] {
  const findings = new Map<string, Finding>();
  for (const { image, lines, context, unless } of claims(look)) {
    const role = driverRole(image, look);
    if (role?.role !== 'third-party' || isVerifierRuleImage(role.image, look) || findings.has(role.image)) {
      continue;
    }
    findings.set(role.image, {
      suspect: role.image,
      for: true,
      ...(unless !== undefined && { unless: [unless] }),
      lines: [lines],
      text: {
        en: `The output says of ${role.image} that it broke a rule or left something behind: "${context}"`,
        zh: `输出指明 ${role.image} 违反了规则或遗留了资源：“${context}”`,
      },
    });
  }
  return [...findings.values()];
}

interface Claim {
  readonly image: string;
  readonly lines: Lines;
  readonly context: string;
  /** Where another caveat holds than the rule's. */
  readonly unless?: Caveat;
}

/** `0xc4_62_LEAKED_POOL_IMAGE_acmetap.sys`: the debugger read the name that the stop hands on. */
const LEAKED = /_LEAKED_\w{1,20}_IMAGE_(?<image>[\w-]{1,60}\.sys)$/i;

function leakedBy({ name, value, lines }: FieldFact): Claim[] {
  const image = BUCKETS.has(name) ? LEAKED.exec(value.trim())?.groups?.image : undefined;
  return image === undefined ? [] : [{ image, lines, context: value.trim(), unless: LEFT_BEHIND }];
}

const BUCKETS: ReadonlySet<string> = new Set(['FAILURE_BUCKET_ID', 'BUCKET_ID', 'Failure.Bucket']);

/** Named by the stop's own text; else in the name of its bucket; else the one driver that `!verifier 3 x.sys` lists for a leak. */
function claims(look: Look): readonly Claim[] {
  const code = stopCodeOf(look.crash);
  const isAboutLeaks =
    look.knowledge.has(code, 'leak') || (code === null && look.facts.verifiers.some((one) => one.inDebugger));
  const named = look.facts.namedDrivers.filter(
    ({ by, strength }) => (by === 'verifier' && strength === 'points') || (by === 'leaked' && isAboutLeaks),
  );
  if (named.length > 0) {
    return named;
  }
  const leak = look.knowledge.has(code, 'counted-leak', look.crash.bugcheck?.args);
  const inBucket = leak ? look.facts.fields.flatMap(leakedBy) : [];
  if (inBucket.length > 0) {
    return inBucket;
  }
  const listed = look.facts.verifiers.flatMap(({ drivers, lines }) => drivers.map((image) => ({ image, lines })));
  if (!leak || new Set(listed.map(({ image }) => image.toLowerCase())).size !== 1) {
    return [];
  }
  return listed.map((driver) => ({ ...driver, context: `!verifier 3 ${driver.image}` }));
}
