import { driverRole } from './driver-role.ts';
import { hexValue } from './hex-value.ts';
import type { Finding, Rule, RuleInput } from './rule.ts';
import { argumentOf, stopCodeOf } from './stop-code-of.ts';
import { isVerifierRuleImage } from './verifier-rule-image.ts';

export const verifierNamedDriver: Rule = {
  name: 'verifier-named-driver',
  why: {
    en: 'Driver Verifier keeps books per driver: what it says was leaked or left behind belongs to the driver it names.',
    zh: 'Driver Verifier 按驱动记账:它所说的泄漏或遗留,就属于它点名的驱动。',
  },
  unless: {
    en: 'The list only shows which drivers are being verified.',
    zh: '列表只是显示哪些驱动正在被验证。',
  },
  weight: 'decisive',
  family: 'ownership',
  needs: [],
  find,
};

function find(input: RuleInput): Finding[] {
  const code = stopCodeOf(input.crash);
  const findings: Finding[] = [];
  for (const { image, lines, context } of claims(input, code)) {
    const role = driverRole(image, input);
    if (role?.role !== 'third-party' || isVerifierRuleImage(role.image, input)) continue;
    if (findings.some(({ suspect }) => suspect === role.image)) continue;
    findings.push({
      suspect: role.image,
      for: true,
      lines: [lines],
      text: {
        en: `Driver Verifier names ${role.image}: ${context}`,
        zh: `Driver Verifier 点名 ${role.image}:${context}`,
      },
    });
  }
  return findings;
}

type Claim = { image: string; lines: readonly [number, number]; context: string };

/** Named by the stop's text; or the one driver that `!verifier 3 x.sys` lists for a leak stop (0xc4 with 0x60 to 0x62). */
function claims(input: RuleInput, code: string | null): Claim[] {
  const named = input.facts.namedDrivers.filter(
    ({ by, strength }) => (by === 'verifier' || by === 'leaked') && strength === 'points',
  );
  if (named.length > 0) return [...named];
  const kind = hexValue(argumentOf(input.crash, 1));
  const leak = code === '0xc4' && kind !== null && kind >= 0x60n && kind <= 0x62n;
  const drivers = input.facts.verifiers.flatMap(({ drivers, lines }) => drivers.map((image) => ({ image, lines })));
  if (!leak || new Set(drivers.map(({ image }) => image.toLowerCase())).size !== 1) return [];
  return drivers.map((driver) => ({ ...driver, context: '!verifier 3, 0xc4' }));
}
