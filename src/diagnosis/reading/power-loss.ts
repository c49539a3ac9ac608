import type { Text } from '../../language/text.ts';
import type { Line } from '../intake/line.ts';

const CODE = /Bugcheck ?Code["'\]]?[\s>=:：|`*]{0,24}["']?(?<code>0x0{1,16}|0{1,10}|[0-9a-fx]{1,18})(?![\w.])/i;
/** The event's own sentence, in English and Chinese Windows. */
const SENTENCE =
  /has rebooted without cleanly shutting down first|系统已在未先正常关机的情况下重新启动|系統已重新啟動但未先正常關機|系统已重新启动，而未先正常关闭/i;
const BUTTON =
  /(?:PowerButtonTimestamp["'\]]?[\s>=:：|`*]{0,24}(?!0\b)\d{3,20}|LongPowerButtonPressDetected["'\]]?[\s>=:：|`*]{0,24}true)/i;

const NO_STOP: Text = {
  en: 'Windows recorded no stop here (event 41, Kernel-Power, without a stop code): the machine lost its power, was reset, or hung until somebody switched it off. This event names no driver, and none is accused. Look at the power supply, its cables, heat and the firmware first; if the machine hung, have a dump made of the next hang by keyboard (CrashOnCtrlScroll) and paste its !analyze -v. A blue screen would show as event 1001 (BugCheck) beside this event.',
  zh: 'Windows 在这里没有记录到蓝屏停止（事件 41，Kernel-Power，没有停止代码）：机器断电、被复位，或者完全挂起后被人关机。该事件不涉及任何驱动，也不归咎于任何驱动。请先检查电源、线缆、温度和固件；如果机器是挂起，请在下次挂起时用键盘（CrashOnCtrlScroll）生成转储，并粘贴其 !analyze -v 输出。如果真有蓝屏，在该事件旁边会有事件 1001（BugCheck）。',
};
const SWITCHED_OFF: Text = {
  en: 'The event also records that the power button was held: somebody switched a hung machine off.',
  zh: '该事件还记录了电源按钮被按下：有人关掉了挂起的机器。',
};

/**
 * What to say of an event 41 that knows of no stop: a power loss is told as one, and is no crash.
 * @returns null where the text shows none, or one with a code; the line is that of the event's code or sentence
 */
export function powerLoss(lines: readonly Line[]): { readonly text: Text; readonly line: number } | null {
  const codes = lines.flatMap(({ text, lines: [line] }) => {
    const code = CODE.exec(text.slice(0, LONGEST))?.groups?.code;
    return code === undefined ? [] : [{ isZero: /^(?:0x)?0+$/i.test(code), line }];
  });
  if (codes.some(({ isZero }) => !isZero)) {
    return null;
  }
  const line = codes[0]?.line ?? lines.find(({ text }) => SENTENCE.test(text.slice(0, LONGEST)))?.lines[0];
  if (line === undefined) {
    return null;
  }
  return {
    text: lines.some(({ text }) => BUTTON.test(text.slice(0, LONGEST))) ? both(NO_STOP, SWITCHED_OFF) : NO_STOP,
    line,
  };
}

const LONGEST = 2000;

function both(one: Text, other: Text): Text {
  return { en: `${one.en} ${other.en}`, zh: `${one.zh}${other.zh}` };
}
