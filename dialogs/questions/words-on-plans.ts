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

export const GOES_ON: Text = {
  en: 'No dump tells when it happens next, and what was found is still there: every stop loses what was not saved. Until the plan is done keep a backup and the dump file, and run nothing on it that must not stop. The plan:',
  zh: '转储无法说明下一次何时发生，而所发现的问题仍然存在：每次停止都会丢失尚未保存的内容。在完成以下步骤之前，请做好备份、保留转储文件，不要在其上运行不能中断的任务。步骤如下：',
};

export const NO_OTHER_STEP: Text = {
  en: 'The plan has this one step. Where it changes nothing, paste the output of the next stop: two dumps tell more than one.',
  zh: '目前只有这一个步骤。如果没有效果，请粘贴下一次停止的输出：两个转储比一个更能说明问题。',
};

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
