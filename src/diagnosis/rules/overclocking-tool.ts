import type { Look } from '../look.ts';
import { driverRole } from '../views/driver-role.ts';
import { PRESENT } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

export const overclockingTool: Rule = {
  name: 'overclocking-tool',
  why: {
    en: 'A machine with overclocking software may run outside its specification, where errors look like those of any driver.',
    zh: '装有超频软件的机器可能在规格之外运行，此时的错误看起来可能像任何驱动的问题。',
  },
  unless: {
    en: 'The software is installed but changes nothing.',
    zh: '软件虽已安装，但没有改动任何设置。',
  },
  weight: 'weak',
  family: 'presence',
  leaves: PRESENT,
  needs: ['modules'],
  find,
};

function find(look: Look): Finding[] {
  for (const { image, name, lines } of look.facts.modules) {
    const role = driverRole(image ?? name, look);
    if (role?.driver?.kind !== 'overclocking') {
      continue;
    }
    const product = role.driver.product ?? role.image;
    return [
      {
        suspect: 'hardware',
        for: true,
        lines: [lines],
        text: {
          en: `${role.image} (${product}) is loaded: overclocking or tuning software is installed.`,
          zh: `已加载 ${role.image}（${product}）：机器上装有超频或调校软件。`,
        },
      },
    ];
  }
  return [];
}
