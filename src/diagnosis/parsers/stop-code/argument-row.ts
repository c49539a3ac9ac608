import type { BugcheckFact, Hex } from '../../facts.ts';
import { readHex } from '../address.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { holds, type SearchedSection } from '../searched-section.ts';

const MARKS: Marks = [
  'parameters',
  'arguments',
  'args',
  'parámetros',
  'parâmetros',
  'paramètres',
  'параметры',
  '参数',
  '參數',
  'パラメータ',
];
const LABEL = MARKS.join('|');
const VALUE = '0x(?:[0-9a-f]{8}`[0-9a-f]{8}|[0-9a-f]{1,16})';
const ROW = new RegExp(
  `^[\\s*•-]{0,8}(?:bug ?check |stop |错误检查|錯誤檢查)?(?:${LABEL})\\W{1,8}(?<values>${VALUE}(?:[,，、;] ?${VALUE}){3})\\W{0,6}$`,
  'i',
);
/** A call has arguments, too: those of a stop stand right below its code. */
const STOP =
  /bug ?check|stop|bsod|blue ?screen|蓝屏|藍屏|错误检查|錯誤檢查|终止代码|停止代|ブルースクリーン|синий экран|бсод/i;
const CODE = /0x|_/;
const REACH = 3;

/** `Parameters: 0x8, 0x2, 0x0, 0xfffff800…` below a stop: the four arguments in one row, as people write down an event. */
export const argumentRow: Parser = {
  command: 'arguments in a row',
  marks: [MARKS],
  accepts: (section) => holds(section, MARKS),
  read: (section) => ({ bugchecks: section.placesOf(MARKS).flatMap((at) => readRow(section, at)) }),
};

function readRow({ body }: SearchedSection, at: number): BugcheckFact[] {
  const line = body[at];
  const values = ROW.exec(line?.text ?? '')?.groups?.values;
  if (line === undefined || values === undefined) {
    return [];
  }
  const args = values.split(/[,，、;] ?/).map((value): Hex | null => readHex(value.slice(2)));
  const isBelowStop = body.slice(Math.max(0, at - REACH), at).some(({ text }) => STOP.test(text) && CODE.test(text));
  // One of the four is nearly always an address; small numbers alone may be of any list.
  if (!isBelowStop || !args.some((value) => value !== null && value.length > 8)) {
    return [];
  }
  return [{ origin: 'stop-screen', code: null, name: null, args, argTexts: [], lines: line.lines }];
}
