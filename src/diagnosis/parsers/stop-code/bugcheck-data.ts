import type { BugcheckFact, Hex } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import { readHex } from '../address.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { holds, type SearchedSection } from '../searched-section.ts';

const MARKS: Marks = ['kibugcheckdata'];

const NAME = /\bKiBugCheckData\b/i;
/** A row of memory: its address, then values; of `dps` a symbol may stand behind the one value. */
const ROW =
  /^\s{0,12}[0-9a-f]{8}(?:`?[0-9a-f]{8})? {1,4}(?<values>[0-9a-f]{8}(?:`?[0-9a-f]{8})?(?: {1,3}[0-9a-f]{8}(?:`?[0-9a-f]{8})?){0,3})(?=\s|$)/i;
/** `dx` lists the elements of the array. */
const ELEMENT = /^\s{0,12}\[(?<at>[0-4])\]\s{0,20}: (?:0x)?(?<value>[0-9a-f`]{1,17})\b/i;
/** Code and four arguments. */
const COUNT = 5;
const MOST_ROWS = 6;

/** `dd`, `dq`, `dp` or `dx` of nt!KiBugCheckData, where the kernel keeps the stop code and its four arguments. */
export const bugcheckData: Parser = {
  command: 'dp nt!KiBugCheckData',
  marks: [MARKS],
  accepts: (section) => NAME.test(section.command ?? '') || holds(section, MARKS),
  read: (section) => ({ bugchecks: startsOf(section).flatMap((at) => readData(section.body, at) ?? []) }),
};

/** Where the rows may begin: below the command, which a remote debugger echoes, or below the line that names the symbol. */
function startsOf(section: SearchedSection): number[] {
  const named = section.placesOf(MARKS).map((at) => at + 1);
  return NAME.test(section.command ?? '') ? [0, ...named] : named;
}

function readData(body: readonly Line[], from: number): BugcheckFact | null {
  const found: { value: Hex | null; line: Line }[] = [];
  for (const line of body.slice(from, from + MOST_ROWS)) {
    const values = valuesOf(line.text);
    if (values.length === 0) {
      break;
    }
    found.push(...values.map((value) => ({ value, line })));
  }
  const printed = found.slice(0, COUNT);
  const [code, ...args] = printed;
  const last = printed.at(-1);
  if (code?.value == null || last === undefined || printed.length < COUNT) {
    return null;
  }
  return {
    origin: 'bugcheck-command',
    code: code.value,
    name: null,
    args: args.map(({ value }) => value),
    argTexts: [],
    argLines: args.map(({ line }) => line.lines),
    lines: [code.line.lines[0], last.line.lines[1]],
  };
}

/** `dd` shows a 64-bit value in two halves, which look like two values: those are not read. */
function valuesOf(text: string): (Hex | null)[] {
  const element = ELEMENT.exec(text)?.groups?.value;
  if (element !== undefined) {
    return [readHex(element)];
  }
  const values = ROW.exec(text)?.groups?.values?.split(/ +/) ?? [];
  const isHalved = /^\s*[0-9a-f]{8}`?[0-9a-f]{8}\s/i.test(text) && values.some((value) => value.length === 8);
  return isHalved ? [] : values.map((value) => readHex(value));
}
