import type { Look } from '../look.ts';
import { driverRole } from '../views/driver-role.ts';
import { faultingDriver } from '../views/nearest-to-fault.ts';
import { poolOwners } from '../views/pool-owner.ts';
import { PRESENT } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

/** Years between build and crash from which a driver predates the Windows it runs on. */
const OLD = 6;

export const outdatedModule: Rule = {
  name: 'outdated-module',
  why: {
    en: 'A driver built many years before the crash was never tested with the Windows it now runs on.',
    zh: '构建时间比崩溃早许多年的驱动，从未在当前运行的 Windows 上测试过。',
  },
  unless: {
    en: 'The vendor builds reproducibly: then the link date is a hash, not a date.',
    zh: '厂商采用可重现构建：此时链接日期是散列值，而不是日期。',
  },
  weight: 'weak',
  family: 'module',
  leaves: PRESENT,
  needs: ['modules', 'systems'],
  find,
};

function find(look: Look): Finding[] {
  const { modules, systems } = look.facts;
  const time = systems.find(({ name }) => name === 'crash-time');
  const crashed = Number(/\b20\d\d\b/.exec(time?.value ?? '')?.[0] ?? Number.NaN);
  const involved = new Set([faultingDriver(look), ...poolOwners(look).map(({ image }) => image)]);
  for (const module of modules) {
    const image = driverRole(module.image ?? module.name, look)?.image ?? null;
    const built = Number(module.timestamp?.slice(0, 4) ?? Number.NaN);
    if (!time || !image || !involved.has(image) || !(crashed - built >= OLD) || built < 1996) {
      continue;
    }
    return [
      {
        suspect: image,
        for: true,
        lines: [module.lines, time.lines],
        text: {
          en: `${image} was built in ${built}, the crash is of ${crashed}: ${crashed - built} years between.`,
          zh: `${image} 构建于 ${built} 年，崩溃发生在 ${crashed} 年，相隔 ${crashed - built} 年。`,
        },
      },
    ];
  }
  return [];
}
