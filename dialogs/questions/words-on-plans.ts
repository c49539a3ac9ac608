import { spaced } from '#src/language/chinese-spacing.ts';
import type { Text } from '#src/language/text.ts';
import { suspectLabel } from '#src/reply/words.ts';

/** What is said to somebody who means to take a driver out, restart or install anew, before the plan answers. */

export const AS_STEPS_SAY: Text = {
  en: 'Only as the plan for this driver says, with the way back at hand:',
  zh: '请只按针对该驱动的步骤操作，并备好恢复方法：',
};

export const NOTHING_TO_REMOVE: Text = {
  en: 'No driver is named, so there is nothing to take out or to switch off yet. The plan begins elsewhere:',
  zh: '目前没有指认任何驱动，还没有可以卸载或禁用的对象。应先从以下步骤入手：',
};

export function notToRemove(suspect: string): Text {
  const name = suspectLabel(suspect);
  return {
    en: `Nothing is to be taken out or switched off: ${name.en} is suspected, and that is no added driver. The plan:`,
    zh: `不需要卸载或禁用：可疑对象是${spaced(name.zh).trimEnd()}，并非后装的驱动。步骤如下：`,
  };
}

export function notAbout(image: string, culprit: string): Text {
  return {
    en: `The plan is about ${culprit}, and no step of it about ${image}:`,
    zh: `步骤针对的是 ${culprit}，其中没有关于 ${image} 的操作：`,
  };
}

export const RESTART_MENDS_NOTHING: Text = {
  en: 'A restart takes no cause away: what was found can happen again. Keep the dump file first. The plan:',
  zh: '重启并不能消除原因，之后仍可能再次发生。请先保留转储文件。步骤如下：',
};

export function reinstallBringsBack(culprit: string): Text {
  return {
    en: `Not for this: ${culprit} is no part of Windows, and is back as soon as it is installed again. The plan is about it:`,
    zh: `就此问题而言没有必要：${culprit} 不属于 Windows，重新安装该驱动后问题会再次出现。针对它的步骤：`,
  };
}

export function reinstallMendsNone(): Text {
  return {
    en: 'Not for this: hardware is suspected, and no reinstall mends that. The plan:',
    zh: '就此问题而言没有用处：可疑的是硬件，重装系统无法修复。步骤如下：',
  };
}

export const NO_REINSTALL: Text = {
  en: 'Nothing in what was pasted asks for a reinstall of Windows. The plan begins with less:',
  zh: '粘贴的内容中没有需要重装系统的依据。应先从以下步骤入手：',
};
