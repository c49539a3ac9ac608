import type { FieldFact } from '../facts.ts';
import type { Line } from '../intake/line.ts';
import { startsLine } from '../intake/line-starts.ts';
import type { Parser } from './parser.ts';

const FIELD = /^\s{0,12}(?<name>[A-Z][A-Z0-9]{0,30}(?:_[A-Z0-9]{1,30}){0,8}):\s{0,8}(?<value>\S.*)?$/;
const FOLLOWUP = /^\s{0,12}(?<name>Followup|Probably caused by) ?:\s{0,8}(?<value>\S.*)$/i;
const SHORTEST_NAME = 4;
/** Fields whose value is one word; pasted text behind it on the same line is something else. */
const ONE_LINE = /^(?:SYMBOL_NAME|MODULE_NAME|IMAGE_NAME|FAILURE_BUCKET_ID|BUCKET_ID|PROCESS_NAME|IMAGE_VERSION)$/;

/** `NAME:  value` lines of `!analyze -v`; a value that a narrow mail moved to the next line is fetched back. */
export const analyzeFields: Parser = {
  command: '!analyze',
  accepts: (section) => section.body.some((line) => FIELD.test(line.text) || FOLLOWUP.test(line.text)),
  read: (section) => {
    const fields: FieldFact[] = [];
    for (const [at, line] of section.body.entries()) {
      const field = readField(line, section.body[at + 1]);
      if (field !== null) {
        fields.push(field);
      }
    }
    return { fields };
  },
};

function readField(line: Line, next: Line | undefined): FieldFact | null {
  const found = FIELD.exec(line.text) ?? FOLLOWUP.exec(line.text);
  const name = found?.groups?.name;
  if (name === undefined || name.length < SHORTEST_NAME) {
    return null;
  }
  const value = found?.groups?.value?.trim().replace(/ \.\.\.$/, '') ?? '';
  if (value === '' && ONE_LINE.test(name) && next !== undefined && isValue(next.text)) {
    return { name, value: next.text.trim(), lines: [line.lines[0], next.lines[1]] };
  }
  return { name, value, lines: line.lines };
}

function isValue(text: string): boolean {
  return /^\s{0,4}[^\s:]{1,300}$/.test(text) && !startsLine(text);
}
