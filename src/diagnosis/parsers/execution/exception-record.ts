import type { ExceptionFact, Hex } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import { ADDRESS, readAddress } from '../address-token.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { holds, type SearchedSection } from '../searched-section.ts';
import { span } from '../span.ts';
import { withPrefix } from './code-symbol.ts';

const MARKS: Marks = ['exceptionaddress', 'exceptioncode', ' - code ', 'attempt to '];

/**
 * Exception records of `.exr` and the EXCEPTION_RECORD field, and the line a live debugger stops with.
 * Source: Microsoft Learn, ".exr (Display Exception Record)".
 */
export const exceptionRecord: Parser = {
  command: '.exr',
  marks: [MARKS],
  accepts: (section) => holds(section, MARKS),
  read: (section) => ({ exceptions: readRecords(section) }),
};

const FIELD =
  /(?<name>ExceptionAddress|ExceptionCode|Parameter\[\d{1,2}\]|Attempt to \w{4,7}) {0,3}:?\s{0,10}(?<value>.{0,400})/i;
const ATTEMPT = new RegExp(`Attempt to (?<how>read|write|execute)[a-z -]{0,40} (?<address>${ADDRESS})`, 'i');
const SYMBOL = /\((?<symbol>[\w.]{1,80}[!+|][^)]{1,400})\)/;
const STOP = / - code (?<code>[0-9a-f]{8})(?:`[0-9a-f]{8})? \((?:!!! )?(?<chance>first|second)/i;

interface Open {
  first: Line;
  last: Line;
  code: Hex | null;
  address: Hex | null;
  symbol: string | null;
  parameters: Hex[];
  touches: ExceptionFact['touches'];
  chance?: NonNullable<ExceptionFact['chance']>;
}

function readRecords(section: SearchedSection): ExceptionFact[] {
  const records: Open[] = [];
  for (const line of section.body) {
    const text = line.text.slice(0, 1000);
    const stop = STOP.exec(text)?.groups;
    if (stop !== undefined) {
      const chance = /second/i.test(stop.chance ?? '') ? 'second' : 'first';
      records.push({ ...openAt(line), code: readAddress(stop.code ?? ''), chance });
      continue;
    }
    const field = FIELD.exec(text)?.groups;
    if (field !== undefined) {
      readField(records, line, field.name?.toLowerCase() ?? '', field.value ?? '', text);
    }
  }
  return records.map(({ first, last, ...record }) => ({ ...record, lines: span(first, last) }));
}

function readField(records: Open[], line: Line, name: string, value: string, text: string): void {
  const open = recordFor(records, line, name);
  if (open === null) {
    return;
  }
  open.last = line;
  const token = value.trim().split(/\s/, 1)[0] ?? '';
  if (name === 'exceptionaddress') {
    open.address = readAddress(token);
    open.symbol = symbolIn(value);
  } else if (name === 'exceptioncode') {
    open.code = readAddress(token);
  } else if (name.startsWith('parameter')) {
    open.parameters.push(...[readAddress(token)].filter((parameter) => parameter !== null));
  } else {
    open.touches = readAttempt(text) ?? open.touches;
  }
}

/** A second ExceptionAddress (or code) starts the next record; a parameter without a record is cut text. */
function recordFor(records: Open[], line: Line, name: string): Open | null {
  const last = records.at(-1);
  const starts =
    name === 'exceptionaddress' || (name === 'exceptioncode' && (last === undefined || last.code !== null));
  if (starts) {
    records.push(openAt(line));
  }
  return records.at(-1) ?? null;
}

function openAt(line: Line): Open {
  return { first: line, last: line, code: null, address: null, symbol: null, parameters: [], touches: null };
}

function symbolIn(value: string): string | null {
  const symbol = SYMBOL.exec(value)?.groups?.symbol;
  return symbol === undefined ? null : withPrefix(symbol.trim().replace('|', '!'));
}

function readAttempt(text: string): ExceptionFact['touches'] {
  const found = ATTEMPT.exec(text)?.groups;
  const address = readAddress(found?.address ?? '');
  const how = found?.how?.toLowerCase();
  if (address === null || (how !== 'read' && how !== 'write' && how !== 'execute')) {
    return null;
  }
  return { address, how };
}
