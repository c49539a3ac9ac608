import type { Knowledge } from '../diagnosis/knowledge/knowledge.ts';

/** A question is short; in anything longer a number is not what it is about. */
const LONGEST = 300;
const MOST_ARGUMENTS = 4;
const CODE = /^0x[0-9a-f]{1,16}$/i;
const ARGUMENT = /^(?:0x)?[0-9a-f`]{1,20}$/i;
const BETWEEN = /[\s,;:(){}[\]"'?!，；：、。？！（）“”]{1,20}/u;

/**
 * The stop code that few words are about, with what follows it as arguments: `0x9f`, `what is DPC_WATCHDOG_VIOLATION?`,
 * `stop 0x9F (0x3, …)`, `蓝屏代码 0x133`. Null where no known stop code stands in them.
 */
export function askedCode(
  text: string,
  knowledge: Knowledge,
): { readonly code: string; readonly args: readonly string[] } | null {
  if (text.length > LONGEST) {
    return null;
  }
  const words = text.split(BETWEEN).filter((word) => word !== '');
  const at = words.findIndex((word) => isStopCode(word, knowledge));
  const code = words[at];
  if (code === undefined) {
    return null;
  }
  const rest = words.slice(at + 1, at + 1 + MOST_ARGUMENTS);
  const end = rest.findIndex((word) => !ARGUMENT.test(word));
  return { code, args: end === -1 ? rest : rest.slice(0, end) };
}

function isStopCode(word: string, knowledge: Knowledge): boolean {
  if (CODE.test(word)) {
    return knowledge.bugcheck(word) !== null;
  }
  return word.includes('_') && knowledge.bugcheckByName(word) !== null;
}
