import type { SystemFact, ThreadFact } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import { ADDRESS, readAddress } from '../address-token.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { holds } from '../searched-section.ts';
import { span } from '../span.ts';

const MARKS: Marks = ['kpcr for', 'prcb for', 'currentthread', 'f/m/s'];

/**
 * Processors: the current thread of `!pcr` and `!prcb`, the model of `!cpuinfo`.
 * Source: Microsoft Learn, "!pcr", "!prcb", "!cpuinfo".
 */
export const processor: Parser = {
  command: '!pcr',
  marks: [MARKS],
  accepts: (section) => holds(section, MARKS),
  read: (section) => ({
    threads: section.body.flatMap(readCurrent),
    systems: section.body.flatMap(readModel),
  }),
};

const CURRENT = new RegExp(`^\\s{0,40}(?:CurrentThread:|Threads--\\s{1,4}Current)\\s{1,4}(${ADDRESS})`, 'i');
const MODEL = /^\s{0,4}\d{1,3}\s{1,4}(\d{1,3},\d{1,3},\d{1,3}) (\w{5,20})\s{1,6}(\d{2,5}) /;

function readCurrent(line: Line): ThreadFact[] {
  const address = readAddress(CURRENT.exec(line.text.slice(0, 200))?.[1] ?? '');
  return address === null
    ? []
    : [{ address, process: null, state: 'Running', command: '!pcr', isAsked: false, lines: span(line) }];
}

function readModel(line: Line): SystemFact[] {
  const [, model, maker, speed] = MODEL.exec(line.text.slice(0, 200)) ?? [];
  return model === undefined ? [] : [{ name: 'processor', value: `${maker} ${model} ${speed} MHz`, lines: span(line) }];
}
