import type { Knowledge } from '../diagnosis/knowledge/knowledge.ts';

/** The stop code that is asked about, as typed, and its arguments. */
export interface Question {
  readonly code: string;
  readonly args: readonly string[];
}

/** The longest name of the reference has nine words. */
const MOST_WORDS = 12;

/** Words that people and logs put before a stop code; no name begins with one of them and a blank. */
const LABEL =
  /^(?:bug[ _]?check[ _]?(?:code)?|stop(?: ?code)?|code|停止代码|蓝屏代码|错误检查代码|错误检查|错误代码|代码)(?![\w-])\s{0,5}[:：=]?\s{0,5}/iu;

/** Event 41 writes its fields in decimal: `BugcheckCode 159`. */
const DECIMAL_LABEL = /^bugcheckcode\b/i;

/** The names that event 41 puts before the arguments. */
const FIELD = /^bugcheckparameter[1-4]:?$/i;

/**
 * Parts what follows `explain` into the stop code and its arguments, in the forms a debugger, a stop screen or a log
 * prints: `0x9f 3 …`, `9F, {3, …}`, `0x0000009F (0x3, …)`, `BugcheckCode 159`. Stop screens print names with blanks, so
 * a name may come as several words: `irql not less or equal 4 2`.
 */
export function readQuestion(text: string, knowledge: Knowledge): Question {
  const rest = text.trim().replace(LABEL, '');
  const words = rest.split(/[\s,;(){}，；（）、]{1,20}/).filter((word) => word !== '' && !FIELD.test(word));
  for (let count = Math.min(words.length, MOST_WORDS); count > 1; count--) {
    const name = words.slice(0, count).join(' ');
    if (knowledge.bugcheckByName(name)) {
      return { code: name, args: words.slice(count) };
    }
  }
  const [code = '', ...args] = inName(words) ? joinName(words) : words;
  return { code: DECIMAL_LABEL.test(text.trim()) ? asDecimal(code) : bare(code), args };
}

/** A name nobody knows, in several words: they stay together, so that similar names can be looked for. */
function inName(words: readonly string[]): boolean {
  return !/^(?:0[xn])?[0-9a-f`]+[:.]?$/i.test(words[0] ?? '');
}

function joinName(words: readonly string[]): string[] {
  const end = words.findIndex((word) => /[0-9?`]/.test(word));
  const name = words.slice(0, end < 1 ? words.length : end);
  return [name.join(' '), ...words.slice(name.length)];
}

/** WinDbg's own way to write a decimal number. */
function asDecimal(code: string): string {
  return /^[0-9]{1,10}$/.test(code) ? `0n${code}` : code;
}

function bare(code: string): string {
  return code.replace(/[:.?!：。？！]{1,5}$/u, '');
}
