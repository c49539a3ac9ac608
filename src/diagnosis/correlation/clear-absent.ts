import type { Text } from '../../language/text.ts';
import type { Look } from '../look.ts';
import type { Evidence } from '../rules/rule.ts';
import { crashWalk } from '../views/crash-walks.ts';
import { showsOrigin } from '../views/shows-origin.ts';
import { areIndependent } from './independence.ts';
import { isDriver } from './is-driver.ts';
import type { Link, SeenCrash } from './link.ts';
import { compareMachines } from './machines.ts';
import { listedAs, moduleList } from './module-list.ts';

/** As it is called in the report. */
const NAME = 'clear-absent';

const WHY: Text = {
  en: 'One cause stops the machine each time: who is missing once is not it.',
  zh: '同一原因每次都会让机器停止：有一次不在场的驱动就不是原因。',
};
const UNLESS: Text = {
  en: 'The two dumps stop at the same place for two reasons.',
  zh: '两个转储停在同一位置，但出于两个不同的原因。',
};

/**
 * What other dumps say for the suspects of a crash. Who was not there when the machine stopped in the same way did not do it:
 * an independent dump of the same machine, tied to this one by where and how both stopped, whose list of modules is whole and
 * does not hold the suspect. Where no list is shown, a whole stack without the suspect is a doubt.
 * @param links reasons that rest on where and how crashes stopped, not on who is suspected
 */
export function clearAbsent(links: readonly Link[]): ReadonlyMap<SeenCrash, readonly Evidence[]> {
  const found = new Map<SeenCrash, Evidence[]>();
  for (const { crashes } of links) {
    for (const suspected of crashes) {
      const more = crashes.flatMap((other) => (other === suspected ? [] : saidBy(other, suspected)));
      const own = strongestOfEach([...(found.get(suspected) ?? []), ...more]);
      if (own.length > 0) {
        found.set(suspected, own);
      }
    }
  }
  return found;
}

/** Whether it is evidence of this kind. */
export function isAbsence({ rule }: Evidence): boolean {
  return rule === NAME;
}

/** Whether a whole list of modules shows that a driver was not loaded in a crash, and nothing else speaks of it there. */
export function lacks(crash: SeenCrash, driver: string): boolean {
  const list = moduleList(crash);
  const name = nameOf(driver, crash);
  if (list?.isComplete !== true || list.loaded.has(name) || list.unloaded.has(name)) {
    return false;
  }
  return !isOnStack(crash, name) && !crash.judgement.suspects.some((suspect) => nameOf(suspect.driver, crash) === name);
}

function saidBy(other: SeenCrash, suspected: SeenCrash): Evidence[] {
  return suspected.judgement.suspects.flatMap(({ driver, evidence }): Evidence[] => {
    const accusing = evidence.filter((one) => one.for);
    if (!isDriver(driver) || accusing.length === 0 || isSurelyNamed(suspected, driver)) {
      return [];
    }
    const said = clearedBy(other, suspected, driver, accusing) ?? doubtedBy(other, driver, accusing);
    return said !== null && areIndependent(other, suspected) ? [said] : [];
  });
}

function isSurelyNamed({ judgement: { verdict } }: SeenCrash, driver: string): boolean {
  return verdict.culprit === driver && verdict.confidence === 'high';
}

/** The name of a service or of a device may be another one than that of its module: then no list can be asked for it. */
function isCalledSo(driver: string, suspected: SeenCrash): boolean {
  const name = nameOf(driver, suspected);
  const list = moduleList(suspected);
  return list === null ? isOnStack(suspected, name) : list.loaded.has(name) || list.unloaded.has(name);
}

function nameOf(driver: string, { knowledge }: Look): string {
  return listedAs(knowledge.driver(driver)?.image ?? driver);
}

function isOnStack({ facts }: Look, name: string): boolean {
  return facts.stacks.some(({ frames }) => frames.some(({ module }) => module !== null && listedAs(module) === name));
}

function clearedBy(
  other: SeenCrash,
  suspected: SeenCrash,
  driver: string,
  accusing: readonly Evidence[],
): Evidence | null {
  if (!lacks(other, driver) || !isCalledSo(driver, suspected) || compareMachines(other, suspected) !== 'same') {
    return null;
  }
  const { id, source } = other.crash;
  const isLow = suspected.judgement.verdict.confidence === 'low';
  // In another file the same numbers are other lines: there the line is cited that is answered.
  const lines = source === suspected.crash.source ? endsOfList(other) : answered(accusing);
  return {
    ...against(driver, isLow ? 'decisive' : 'strong', lines),
    text: {
      en: `${driver} is not loaded in ${id}, an independent dump of the same machine which stopped the same way: its whole list of modules does not have it${isLow ? ', so it is cleared' : ''}.`,
      zh: `${id} 是同一台机器上以相同方式停止的另一个独立转储，其完整的模块列表中没有 ${driver}${isLow ? '，因此可以排除它' : ''}。`,
    },
  };
}

/** Only of who was seen on a stack: its absence from the other one is the same observation. */
function doubtedBy(other: SeenCrash, driver: string, accusing: readonly Evidence[]): Evidence | null {
  const isOfStack = accusing.every(({ family }) => family === 'code' || family === 'presence');
  const walk = isOfStack ? crashWalk(other) : null;
  const isWhole = walk?.showsStop === true && showsOrigin(walk);
  if (!isWhole || isOnStack(other, nameOf(driver, other))) {
    return null;
  }
  const { id } = other.crash;
  return {
    ...against(driver, 'moderate', answered(accusing)),
    text: {
      en: `${id} stopped at the same place, and ${driver} is nowhere on its whole stack: who is not there every time hardly did it.`,
      zh: `${id} 停在同一位置，而其完整的调用堆栈上没有 ${driver}：并非每次都在场的驱动，多半不是原因。`,
    },
  };
}

function endsOfList(other: SeenCrash): Evidence['lines'] {
  const [first, last] = moduleList(other)?.lines ?? [1, 1];
  return [
    [first, first],
    [last, last],
  ];
}

function against(driver: string, weight: Evidence['weight'], lines: Evidence['lines']): Omit<Evidence, 'text'> {
  const said = { rule: NAME, family: 'presence', leaves: {}, namesDumps: true, why: WHY, unless: UNLESS } as const;
  return { ...said, suspect: driver, for: false, weight, lines };
}

function answered(accusing: readonly Evidence[]): Evidence['lines'] {
  return accusing[0]?.lines.slice(0, 1) ?? [];
}

const RANK: readonly Evidence['weight'][] = ['decisive', 'strong', 'moderate', 'weak'];

/** Ten dumps without a driver say no more than one does. */
function strongestOfEach(all: readonly Evidence[]): Evidence[] {
  const sorted = all.toSorted((a, b) => RANK.indexOf(a.weight) - RANK.indexOf(b.weight));
  return sorted.filter((one, at) => sorted.findIndex(({ suspect }) => suspect === one.suspect) === at);
}
