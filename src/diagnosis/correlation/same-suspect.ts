import type { Lines } from '../facts.ts';
import type { Driver } from '../knowledge/knowledge.ts';
import { byKey } from './by-key.ts';
import { independentDumps } from './independence.ts';
import { isDriver } from './is-driver.ts';
import type { Link, LinkRule, SeenCrash } from './link.ts';
import { areOfSeveral, machinesOf } from './machines.ts';

export const sameSuspect: LinkRule = {
  name: 'same-suspect',
  tie: { en: 'the same driver, by evidence of each', zh: '各自的证据都指向同一驱动' },
  shows: bestLines,
  find: (crashes) =>
    byKey(crashes, suspectOf).flatMap(([driver, members]) => linkable(members).map((own) => linkOf(driver, own))),
};

function suspectOf({ judgement }: SeenCrash): string | null {
  const { culprit } = judgement.verdict;
  return isDriver(culprit) ? culprit : null;
}

/** Of the finding that weighs most. */
function bestLines({ judgement: { suspects, verdict } }: SeenCrash): readonly Lines[] {
  const own = suspects.find(({ driver }) => driver === verdict.culprit);
  return own?.evidence.find((one) => one.for)?.lines ?? [];
}

/**
 * On two machines the driver of a device may fail for two reasons, for the devices are two: there it takes more in each dump
 * than a presumption, and the display driver, which stands for whatever card, cable or setting fails, ties no two machines.
 */
function linkable(members: readonly SeenCrash[]): (readonly SeenCrash[])[] {
  if (!areOfSeveral(members)) {
    return [members];
  }
  const sure = members.filter(tiesMachines);
  const own = machinesOf(members)
    .map(({ crashes }) => crashes)
    .filter((machine) => !machine.every((crash) => sure.includes(crash)));
  return [...(sure.length > 1 ? [sure] : []), ...own];
}

function tiesMachines({ judgement: { verdict }, knowledge }: SeenCrash): boolean {
  const kind = knowledge.driver(verdict.culprit)?.kind;
  return kind !== 'display' && (verdict.confidence !== 'low' || kind === undefined || !OF_DEVICES.has(kind));
}

const OF_DEVICES: ReadonlySet<Driver['kind']> = new Set([
  'network-adapter',
  'audio',
  'storage',
  'card-reader',
  'usb',
  'input',
  'chipset',
  'bluetooth',
]);

function linkOf(driver: string, members: readonly SeenCrash[]): Link {
  const dumps = independentDumps(members).length;
  const text =
    dumps > 1
      ? {
          en: `in ${dumps} independent dumps the same driver, ${driver}, each by its own evidence; chance would not pick the same one every time. It may still have more than one fault.`,
          zh: `${dumps} 个相互独立的转储各有证据，都指向同一驱动 ${driver}；若是巧合，不会每次都落在它身上。不过它的缺陷可能不止一个。`,
        }
      : {
          en: `each points at ${driver} by its own evidence. One driver may have several faults, so this is likely rather than certain.`,
          zh: `各自的证据都指向 ${driver}。同一驱动可能有多个缺陷，因此只能说很可能同源。`,
        };
  return { crashes: members, certain: false, text, isRepetition: dumps > 1 };
}
