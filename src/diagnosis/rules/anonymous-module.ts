import type { ModuleFact } from '../facts.ts';
import type { Look } from '../look.ts';
import { driverRole } from '../views/driver-role.ts';
import { faultingDriver } from '../views/nearest-to-fault.ts';
import { poolOwners } from '../views/pool-owner.ts';
import { PRESENT } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

export const anonymousModule: Rule = {
  name: 'anonymous-module',
  why: {
    en: 'A driver without version and company cannot be looked up: nobody can tell which build it is, or what has been mended since.',
    zh: '没有版本号和公司信息的驱动无从查证：既无法确定是哪个版本，也查不到此后修复了什么。',
  },
  unless: {
    en: 'The module list was printed without the version resource.',
    zh: '模块列表本来就没有打印版本资源。',
  },
  weight: 'weak',
  family: 'module',
  leaves: PRESENT,
  needs: ['modules'],
  find,
};

function find(look: Look): Finding[] {
  const involved = new Set([...poolOwners(look).map(({ image }) => image), faultingDriver(look)]);
  const findings: Finding[] = [];
  for (const module of look.facts.modules) {
    const role = driverRole(module.image ?? module.name, look);
    if (!module.detailed || module.version || module.company || role?.role !== 'third-party') {
      continue;
    }
    if (!involved.has(role.image) || findings.some(({ suspect }) => suspect === role.image)) {
      continue;
    }
    findings.push({ suspect: role.image, for: true, lines: [module.lines], text: textOf(role.image, module) });
  }
  return findings;
}

function textOf(image: string, { timestamp }: ModuleFact): Finding['text'] {
  const built = timestamp?.replace('T', ' ').replace('Z', ' UTC');
  return {
    en: `${image} carries no version and no company name${built ? `; it was built ${built}` : ''}.`,
    zh: `${image} 无版本号，也无公司名称${built ? `，构建时间为 ${built}` : ''}。`,
  };
}
