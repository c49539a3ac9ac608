import type { BugcheckFact, Hex, Lines } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import { readHex } from '../address.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { holds, type SearchedSection } from '../searched-section.ts';

const MARKS: Marks = ['name="stopcode"'];

const CODE = /NAME="STOPCODE"[^>]{0,40}>\s{0,4}<VALUE>\s{0,4}"?(?<code>0x[0-9a-f]{1,8})"?/i;
const NAME = /^\s{0,8}(?<name>[A-Z][A-Z0-9]{1,40}(?:_[A-Z0-9]{1,40}){1,12})\s*$/;
const VALUE = /^\s{0,8}(?<value>0x[0-9a-f]{1,16})\s*$/i;
const BLANK = /^\s*$/;
/** Behind the code stand some ten lines about the machine. */
const REACH = 30;
const COUNT = 4;

/**
 * The blue screen on a serial console (Emergency Management Services): the code as XML, then the screen's own lines. Hosts of
 * virtual machines keep this of their Windows guests.
 */
export const sacScreen: Parser = {
  command: 'serial console',
  marks: [MARKS],
  accepts: (section) => holds(section, MARKS),
  read: (section) => ({ bugchecks: section.placesOf(MARKS).flatMap((at) => readScreen(section, at)) }),
};

function readScreen({ body }: SearchedSection, at: number): BugcheckFact[] {
  const line = body[at];
  const code = readHex(CODE.exec(line?.text ?? '')?.groups?.code ?? '');
  if (line === undefined || code === null) {
    return [];
  }
  const below = body.slice(at + 1, at + 1 + REACH);
  const nameAt = below.findIndex(({ text }) => NAME.test(text));
  const name = below[nameAt];
  const values = name === undefined ? [] : valuesBelow(below.slice(nameAt + 1));
  const last = values.at(-1)?.lines ?? name?.lines ?? line.lines;
  const places = values.length === 0 ? [] : [0, 1, 2, 3];
  return [
    {
      origin: 'stop-screen',
      code,
      name: NAME.exec(name?.text ?? '')?.groups?.name ?? null,
      args: places.map((place) => values[place]?.value ?? null),
      argTexts: [],
      argLines: places.map((place) => values[place]?.lines ?? null),
      lines: [line.lines[0], last[1]],
    },
  ];
}

/** One value a line, and blank lines between. */
function valuesBelow(lines: readonly Line[]): { value: Hex; lines: Lines }[] {
  const values: { value: Hex; lines: Lines }[] = [];
  for (const { text, lines: place } of lines) {
    const value = readHex(VALUE.exec(text)?.groups?.value ?? '');
    if (value !== null) {
      values.push({ value, lines: place });
    }
    if (values.length === COUNT || (value === null && !BLANK.test(text))) {
      break;
    }
  }
  return values;
}
