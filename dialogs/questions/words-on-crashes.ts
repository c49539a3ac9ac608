import { spaced } from '#src/language/chinese-spacing.ts';
import type { Text } from '#src/language/text.ts';

/** What is said of several crashes, in both languages. */

export function byThemselves(ids: readonly string[], name: Text): Text {
  return {
    en: `${ids.join(', ')}, looked at alone: ${name.en}`,
    zh: `仅看 ${ids.join('、')}：${name.zh}`,
  };
}

export function ofCrashes(count: number): Text {
  return {
    en: `${count} crashes of Windows were looked at together.`,
    zh: `对 ${count} 次 Windows 崩溃做了综合分析。`,
  };
}

/** `likely`: so many of all crashes are tied to the others by a condition only. */
export function suspectedFor(culprit: Text, confidence: Text, all: number, likely: number): Text {
  if (likely > 0) {
    return {
      en: `${all - likely} of them point to ${culprit.en} (${confidence.en}); the others probably have the same cause.`,
      zh: `其中 ${all - likely} 次指向 ${culprit.zh}（${confidence.zh}），其余的很可能也是同一原因。`,
    };
  }
  return {
    en: `They have one cause: ${culprit.en} (${confidence.en}).`,
    zh: `它们出自同一原因：${culprit.zh}（${confidence.zh}）。`,
  };
}

export function notLinked(with_: string): Text {
  return {
    en: `Nothing links it to ${with_}: neither the place of the fault, nor the memory, the bucket or the suspect is the same.`,
    zh: `与${spaced(with_)}之间没有发现关联：出错位置、内存、故障桶和可疑对象都不相同。`,
  };
}

export function linked(with_: string, certain: boolean): Text {
  return certain
    ? { en: `Very likely the same cause as ${with_}:`, zh: `与${spaced(with_)}很可能是同一原因：` }
    : { en: `Perhaps the same cause as ${with_}:`, zh: `与${spaced(with_)}可能是同一原因：` };
}

export function namedCase(number: number, title: string): Text {
  return { en: `case ${number} (${title})`, zh: `案例 ${number}（${title}）` };
}

export function noSuchCrash(ids: readonly string[]): Text {
  return {
    en: `There is no such dump here. There ${ids.length === 1 ? 'is' : 'are'} ${ids.join(', ')}.`,
    zh: `这里没有这个转储，现有 ${ids.join('、')}。`,
  };
}

export const NOTHING_TO_COMPARE: Text = {
  en: 'There is no other dump here to compare with: none of another case of this conversation, and none pasted within a day.',
  zh: '这里没有可比较的其他转储：本会话的其他案例中没有，一天内也没有其他粘贴。',
};

export const ANOTHER_PASTE: Text = { en: 'another paste of today', zh: '一天内的另一次粘贴' };
