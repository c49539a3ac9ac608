import type { BugcheckFact, NamedDriverFact } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import { readHex } from '../address.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { holds } from '../searched-section.ts';

const MARKS: Marks = [
  'parameter 1',
  'paramètre 1',
  'parámetro 1',
  'parâmetro 1',
  'parametro 1',
  'parametr 1',
  'параметр 1',
  '参数 1',
  '參數 1',
  'パラメータ 1',
];

/** English ones are read by their words. */
const CODE = /^(?!\s{0,8}Bug ?Check)[^:：]{1,40}[:：] {0,4}0x(?<code>[0-9a-f]{8})\s*$/i;
const NAME = /^[^:：]{1,40}[:：] {0,4}(?<name>[A-Z][A-Z0-9]{1,40}(?:_[A-Z0-9]{1,40}){1,12})\s*$/;
const VALUE = /^[^:：\d]{1,20}(?<number>[1-4])\s{0,20}[:：] {0,4}(?<value>(?:0x)?[0-9a-f]{8}(?:`?[0-9a-f]{8})?)\s*$/i;
/** Driver and address stand below the fourth parameter, in this order. */
const DRIVER = /^[^:：]{1,40}[:：] {0,4}(?<image>[\w$.-]{1,80}\.(?:sys|dll|exe))\s*$/i;
const ADDRESS = /^[^:：]{1,40}[:：] {0,4}(?<image>[\w$.-]{1,80}\.(?:sys|dll|exe))\+[0-9a-f]{1,8}\s*$/i;
const COUNT = 4;

/** What BlueScreenView (NirSoft) prints in a language other than English: the order of its lines is always the same. */
export const translatedList: Parser = {
  command: 'BlueScreenView',
  marks: [MARKS],
  accepts: (section) => holds(section, MARKS),
  read: (section) => {
    const blocks = section.placesOf(MARKS).flatMap((at) => readBlock(section.body, at) ?? []);
    return { bugchecks: blocks.map(({ stop }) => stop), namedDrivers: blocks.flatMap(({ drivers }) => drivers) };
  },
};

interface Block {
  readonly stop: BugcheckFact;
  readonly drivers: readonly NamedDriverFact[];
}

function readBlock(body: readonly Line[], first: number): Block | null {
  const line = body[first - 1];
  const code = readHex(CODE.exec(line?.text ?? '')?.groups?.code ?? '');
  const values = body.slice(first, first + COUNT).map(({ text, lines }, at) => {
    const found = VALUE.exec(text)?.groups;
    const value = found?.number === `${at + 1}` ? readHex(found.value ?? '') : null;
    return { value, lines };
  });
  const last = values.at(-1);
  if (line === undefined || code === null || last === undefined || values.some(({ value }) => value === null)) {
    return null;
  }
  const name = NAME.exec(body[first - 2]?.text ?? '')?.groups?.name ?? null;
  const stop: BugcheckFact = {
    origin: 'tool',
    code,
    name,
    args: values.map(({ value }) => value),
    argTexts: [],
    argLines: values.map(({ lines }) => lines),
    lines: [line.lines[0], last.lines[1]],
  };
  const below = [DRIVER, ADDRESS].flatMap((pattern, at) => readDriver(body[first + COUNT + at], pattern) ?? []);
  return { stop, drivers: below };
}

function readDriver(line: Line | undefined, pattern: RegExp): NamedDriverFact | null {
  const image = pattern.exec(line?.text ?? '')?.groups?.image;
  if (line === undefined || image === undefined) {
    return null;
  }
  return { image, by: 'tool', strength: 'mentions', context: line.text.trim().slice(0, 300), lines: line.lines };
}
