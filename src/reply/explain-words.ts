import type { Hex } from '../diagnosis/facts.ts';
import type { Bugcheck } from '../diagnosis/knowledge/knowledge.ts';
import type { Text } from '../language/text.ts';

/** Fixed words of the explanation of a stop code. */
export const EXPLAIN_WORDS = {
  causes: { en: 'Usual causes', zh: '常见原因' },
  arguments: { en: 'Arguments', zh: '参数' },
  run: { en: 'Run first', zh: '首先运行' },
  source: { en: 'Based on', zh: '依据' },
  live: { en: 'Live dump: the machine went on running.', zh: '实时转储：机器当时继续运行。' },
  decimal: { en: 'Read as a decimal number.', zh: '按十进制数读取。' },
  tooMany: {
    en: 'A stop code has four arguments; what came after them was left out.',
    zh: '停止代码只有四个参数，其后的内容已忽略。',
  },
  notHex: {
    en: 'This is no hexadecimal number: digits are 0 to 9 and a to f.',
    zh: '这不是十六进制数：只能使用数字 0 至 9 和字母 a 至 f。',
  },
  tooLong: {
    en: 'A stop code has at most eight hexadecimal digits; longer numbers are arguments or addresses.',
    zh: '停止代码最多为八位十六进制数，更长的数是参数或地址。',
  },
  similar: { en: 'Similar names', zh: '相近的名称' },
  notStop: {
    en: 'This is a status code, not a stop code. Stop codes carry such codes as arguments.',
    zh: '这是状态代码，不是停止代码；停止代码会把它作为参数携带。',
  },
  nameUnknown: {
    en: 'The public reference lists no stop code of that name.',
    zh: '公开参考中没有此名称的停止代码。',
  },
  lookClosely: {
    en: 'Check the digits against the dump: `.bugcheck` prints the code and its arguments, `!analyze -v` explains them.',
    zh: '请对照转储核对数字：`.bugcheck` 显示代码及参数，`!analyze -v` 给出解释。',
  },
} satisfies Record<string, Text>;

const LEANING: Readonly<Record<Bugcheck['leaning'], Text>> = {
  software: { en: 'Points to software, most often a driver.', zh: '倾向于软件问题，多为驱动程序。' },
  hardware: { en: 'Points to hardware or firmware.', zh: '倾向于硬件或固件问题。' },
  either: { en: 'May be software or hardware.', zh: '软件和硬件均有可能。' },
};

export function leaningText({ leaning }: Bugcheck): Text {
  return LEANING[leaning];
}

export function maskText(code: Hex, mask: Hex, bare: Hex): Text {
  return {
    en: `${code} is ${bare} with the bit ${mask} set; the bit does not change what happened.`,
    zh: `${code} 即 ${bare} 加上标志位 ${mask}，该位不改变所发生的问题。`,
  };
}

export function decimalReading(digits: string, { code, name }: Bugcheck): Text {
  return {
    en: `Read as hexadecimal. If ${digits} is a decimal number, as in event 41 (BugcheckCode), it is ${code} ${name}.`,
    zh: `按十六进制读取。若 ${digits} 是十进制数（如事件 41 的 BugcheckCode），则为 ${code} ${name}。`,
  };
}

export function codeUnknown(code: Hex): Text {
  return {
    en: `The public reference does not list the stop code ${code}.`,
    zh: `公开参考中没有停止代码 ${code}。`,
  };
}

export function maskSuggestion(code: Hex, mask: Hex, bare: Hex): Text {
  return {
    en: `Without the bit ${mask} it would be ${bare}, which is not listed either.`,
    zh: `去掉标志位 ${mask} 后为 ${bare}（原代码 ${code}），同样未列出。`,
  };
}

export function moreValues(count: number): Text {
  return {
    en: `… and ${count} more: add the argument to see what it says.`,
    zh: `……另有 ${count} 个：请加上参数查看其含义。`,
  };
}
