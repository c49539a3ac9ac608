import type { ToldDriverFact } from '../facts.ts';
import type { Look } from '../look.ts';
import { driverRole } from '../views/driver-role.ts';
import { BLAMED } from './observations.ts';
import type { Finding, Rule, Weight } from './rule.ts';

/**
 * A driver that a person names. Never more than a lead or an accusation with low confidence: `judge.ts` asks it only after
 * what is printed has named nobody.
 */
export const toldDriver: Rule = {
  name: 'told-driver',
  why: {
    en: 'Whoever writes about the crash names a driver: read off the screen, taken from a tool, or found by removing it.',
    zh: '描述崩溃的人提到了某个驱动：可能是从屏幕上读到、从工具中看到，或通过移除它得出的。',
  },
  unless: {
    en: 'People repeat what a tool guessed, or remember half a name; the output of the debugger outranks it.',
    zh: '人们可能只是转述工具的猜测，或只记得名称的一半；调试器输出的信息优先。',
  },
  weight: 'weak',
  family: 'told',
  leaves: BLAMED,
  needs: ['toldDrivers'],
  find,
};

/** The kernel is where Windows notices: who names it says nothing. */
function find(look: Look): Finding[] {
  const findings = new Map<string, Finding>();
  for (const fact of look.facts.toldDrivers) {
    const role = driverRole(fact.image, look);
    const isWorth =
      role?.role === 'third-party' || (role !== null && role.role !== 'kernel' && fact.how !== 'mentioned');
    if (role === null || !isWorth) {
      continue;
    }
    const weight = role.role === 'third-party' ? weightOf(fact, look) : 'weak';
    const known = findings.get(role.image);
    if (known === undefined || (weight === 'moderate' && known.weight !== 'moderate')) {
      findings.set(role.image, findingOf(role.image, fact, weight));
    }
  }
  return [...findings.values()];
}

/** With a stack in the paste the word of somebody is one hint of many. */
function weightOf({ how }: ToldDriverFact, { crash }: Look): Weight {
  return how !== 'mentioned' && crash.stack === null ? 'moderate' : 'weak';
}

function findingOf(image: string, { how, lines }: ToldDriverFact, weight: Weight): Finding {
  const told = SAID[how];
  return {
    suspect: image,
    for: true,
    weight,
    lines: [lines],
    text: { en: told.en.replace('<image>', image), zh: told.zh.replace('<image>', image) },
  };
}

/** The quoted line below it has the words themselves. */
const SAID: Readonly<Record<ToldDriverFact['how'], Finding['text']>> = {
  screen: {
    en: 'The screen is said to name <image>: told by a person, not printed by the debugger.',
    zh: '据描述，屏幕上显示的是 <image>：这是人的描述，不是调试器的输出。',
  },
  blamed: {
    en: 'The description blames <image>: told by a person, not printed by the debugger.',
    zh: '描述中归咎于 <image>：这是人的描述，不是调试器的输出。',
  },
  removed: {
    en: 'Removing <image> is said to have helped: told by a person, not printed by the debugger.',
    zh: '据描述，移除 <image> 后问题消失：这是人的描述，不是调试器的输出。',
  },
  mentioned: {
    en: 'The description mentions <image>: told by a person, not printed by the debugger.',
    zh: '描述中提到了 <image>：这是人的描述，不是调试器的输出。',
  },
};
