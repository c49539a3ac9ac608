import type { KnownBadVersion } from '../knowledge/knowledge.ts';
import type { Look } from '../look.ts';
import { crashDay } from '../views/crash-day.ts';
import { driverRole } from '../views/driver-role.ts';
import { faultSite } from '../views/fault-site.ts';
import { faultingDriver } from '../views/nearest-to-fault.ts';
import { poolOwners } from '../views/pool-owner.ts';
import { stopCodeOf } from '../views/stop-code-of.ts';
import { PRESENT } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

export const knownBadVersion: Rule = {
  name: 'known-bad-version',
  why: {
    en: 'The maker of the driver, or Microsoft, said in public that this very version stops Windows.',
    zh: '驱动的厂商或 Microsoft 公开说明过，正是这个版本会使 Windows 蓝屏。',
  },
  unless: {
    en: 'The report is about another situation: most machines run such a version without ever meeting the fault.',
    zh: '公开报告说的是另一种情形：装有该版本的多数机器从不会碰到这个问题。',
  },
  weight: 'weak',
  family: 'module',
  leaves: PRESENT,
  needs: ['modules'],
  find,
};

function find(look: Look): Finding[] {
  const { facts, knowledge } = look;
  const windows = facts.systems.find(({ name }) => name === 'build' || name === 'build-lab')?.value ?? null;
  const crashed = crashDay(facts.systems);
  const involved = involvedDrivers(look);
  const findings = new Map<string, Finding>();
  for (const { image: file, name, version, timestamp, lines } of facts.modules) {
    const image = driverRole(file ?? name, look)?.image;
    if (!image || findings.has(image)) {
      continue;
    }
    const report = knowledge.knownBad({ image, version, built: timestamp, crashed, windows });
    const code = stopCodeOf(look.crash);
    if (!report || contradicts(report, code)) {
      continue;
    }
    // Loaded is not guilty: only a driver that had a part in the stop which the report describes is accused by it.
    const fits = involved.has(image) && code !== null && report.codes.includes(code);
    findings.set(image, {
      suspect: image,
      for: true,
      ...(fits && { weight: 'moderate' as const }),
      lines: [lines],
      text: textOf(image, version ?? timestamp?.slice(0, 10) ?? '?', report),
    });
  }
  return [...findings.values()];
}

/** The report names stop codes, and this is another one. */
function contradicts({ codes }: KnownBadVersion, code: string | null): boolean {
  return codes.length > 0 && (code === null || !codes.includes(code));
}

function involvedDrivers(look: Look): ReadonlySet<string | null> {
  const blamed = look.crash.image ? driverRole(look.crash.image, look)?.image : null;
  const site = faultSite(look)?.role.image ?? null;
  return new Set([faultingDriver(look), site, blamed ?? null, ...poolOwners(look).map(({ image }) => image)]);
}

function textOf(image: string, version: string, { product, says, fixed, source }: KnownBadVersion): Finding['text'] {
  return {
    en: `${image} ${version} is ${product}, of which it is publicly reported: ${says.en}.${fixed ? ` Mended in ${fixed}.` : ''} (${source})`,
    zh: `${image} ${version} 属于 ${product}，公开报告称：${says.zh}。${fixed ? `已在 ${fixed} 中修复。` : ''}（${source}）`,
  };
}
