import type { BugcheckFact, FieldFact, Hex, Lines } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import { readHex } from '../address.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { holds, linesWith, type SearchedSection } from '../searched-section.ts';

const EVENTS: Marks = ['livekernelevent', 'bluescreen'];
const BUCKETS: Marks = ['fault bucket', 'bucket id', '存储段'];

/** The name of the event, in Windows of any language. */
const EVENT = /[:：]\s{0,20}(?:LiveKernelEvent|BlueScreen)\s*$/;
/** Reliability Monitor writes words before the values, the event log writes P1 for the code and P2 to P5 for the rest. */
const CODE =
  /^\s{0,8}(?:Code|代码|代碼|程式碼|Код|Código|Codice|コード|코드|(?<numbered>P1))\s{0,4}[:：]\s{0,20}(?<code>[0-9a-f]{1,8})\s*$/i;
const VALUE =
  /^\s{0,8}(?:P|[^\s\d:：]{1,20} ?)(?<number>[1-5])\s{0,4}[:：]\s{0,20}(?<value>(?:0x)?[0-9a-f]{1,16})\s*$/i;
/** The bucket that Microsoft's servers gave the report, in the form of `!analyze`. */
const BUCKET =
  /^\s{0,8}(?:Fault bucket|Bucket ID:?|错误存储段|存储段 ID:?|故障存储段)[ :：]{1,20}(?<bucket>(?:(?:LKD_)?0x[0-9a-f]{1,8}_|(?:[a-z][a-z0-9]{1,20}_){1,6})[!-~]{1,200}?)(?:[,，]|\s*$)/i;
/** Between the event's name and its code the event log has the response, the cabinet and a heading; a file has times and ids. */
const REACH = 24;
const COUNT = 4;

/**
 * Problem signatures of Windows Error Reporting: `LiveKernelEvent` (a driver was reset, no blue screen came) and
 * `BlueScreen`, as Reliability Monitor and event 1001 of the source Windows Error Reporting show them.
 */
export const problemSignature: Parser = {
  command: 'problem signature',
  marks: [EVENTS, BUCKETS],
  accepts: (section) => holds(section, EVENTS),
  read: (section) => ({
    bugchecks: section.placesOf(EVENTS).flatMap((at) => readSignature(section, at) ?? []),
    fields: linesWith(section, BUCKETS).flatMap(readBucket),
  }),
};

function readBucket({ text, lines }: Line): FieldFact[] {
  const bucket = BUCKET.exec(text)?.groups?.bucket;
  return bucket === undefined ? [] : [{ name: 'FAILURE_BUCKET_ID', value: bucket, lines }];
}

function readSignature({ body }: SearchedSection, at: number): BugcheckFact | null {
  const event = body[at];
  const reach = body.slice(at + 1, at + 1 + REACH);
  const next = reach.findIndex(({ text }) => EVENT.test(text));
  const below = next === -1 ? reach : reach.slice(0, next);
  const codeAt = event !== undefined && EVENT.test(event.text) ? below.findIndex(({ text }) => CODE.test(text)) : -1;
  const found = CODE.exec(below[codeAt]?.text ?? '')?.groups;
  const code = readHex(found?.code ?? '');
  if (event === undefined || code === null) {
    return null;
  }
  const first = found?.numbered === undefined ? 1 : 2;
  const values = readValues(body.slice(at + 2 + codeAt, at + 2 + codeAt + COUNT), first);
  const last = values.at(-1)?.lines ?? below[codeAt]?.lines ?? event.lines;
  const places = values.length === 0 ? [] : [0, 1, 2, 3];
  return {
    origin: 'event-log',
    code,
    name: null,
    args: places.map((place) => values[place]?.value ?? null),
    argTexts: [],
    argLines: places.map((place) => values[place]?.lines ?? null),
    lines: [event.lines[0], last[1]],
  };
}

/** The values in their order, up to the first line that is none. */
function readValues(lines: readonly Line[], first: number): { value: Hex; lines: Lines }[] {
  const values: { value: Hex; lines: Lines }[] = [];
  for (const line of lines) {
    const found = VALUE.exec(line.text)?.groups;
    const value = readHex(found?.value ?? '');
    if (value === null || Number(found?.number) !== first + values.length) {
      break;
    }
    values.push({ value, lines: line.lines });
  }
  return values;
}
