import type { Text } from '../../language/text.ts';
import type { Caveat, Likelihoods, Rival } from './rule.ts';

/** The caveats of a rule or a finding as one text: each is a sentence. */
export function inWords([first, ...others]: readonly Caveat[]): Text {
  return {
    en: [first?.en ?? '', ...others.map(({ en }) => `Or ${en.charAt(0).toLowerCase()}${en.slice(1)}`)].join(' '),
    zh: [first?.zh ?? '', ...others.map(({ zh }) => `或者${zh}`)].join(''),
  };
}

/** A rule has one caveat, or several that hold apart from one another. */
export function asList(unless: Caveat | readonly Caveat[]): readonly Caveat[] {
  return 'en' in unless ? [unless] : unless;
}

/**
 * What could make a finding wrong where some explanations are ruled out: its caveats but for those that only an explanation
 * ruled out would bear. Where none is left, the likeliest explanation that the observation itself leaves open says it.
 * @param leaves what the observation leaves to the other explanations
 */
export function stillPossible(
  caveats: readonly Caveat[],
  leaves: Likelihoods,
  out: ReadonlySet<Rival>,
): readonly Caveat[] {
  const left = caveats.filter((one) => !isOut(one, out));
  if (left.length > 0) {
    return left;
  }
  const open = Object.entries(leaves) as [Rival, { readonly parts: number }][];
  const [best] = open.filter(([rival]) => !out.has(rival)).toSorted(([, a], [, b]) => b.parts - a.parts);
  return [GENERAL[best?.[0] ?? 'forwarder']];
}

/** Whether all explanations that would bear it are ruled out. */
export function isOut({ says = [] }: Caveat, out: ReadonlySet<Rival>): boolean {
  return says.length > 0 && says.every((rival) => out.has(rival));
}

const HANDED_ON: Caveat = {
  en: 'Another driver, or Windows, had handed the wrong value over: it was only used here.',
  zh: '错误的值由另一个驱动或 Windows 传入，这里只是使用了它。',
  says: ['forwarder', 'windows'],
};

/** What each explanation would mean, whatever was observed. */
const GENERAL: Readonly<Record<Rival, Caveat>> = {
  driver: {
    en: 'A driver that the output does not show did it.',
    zh: '是内容中没有显示的某个驱动所为。',
    says: ['driver'],
  },
  forwarder: HANDED_ON,
  windows: HANDED_ON,
  corruptor: {
    en: 'Somebody else had damaged the memory before.',
    zh: '内存此前已被其他代码破坏。',
    says: ['corruptor'],
  },
  hardware: {
    en: 'Memory, processor or a device fails.',
    zh: '内存、处理器或某个设备有故障。',
    says: ['hardware'],
  },
  platform: {
    en: 'Firmware or a hypervisor brings it about.',
    zh: '由固件或虚拟机监控程序引起。',
    says: ['platform'],
  },
  program: {
    en: 'A program made it happen.',
    zh: '由某个应用程序引起。',
    says: ['program'],
  },
  deliberate: {
    en: 'Somebody asked for the stop.',
    zh: '有人主动要求停止。',
    says: ['deliberate'],
  },
};
