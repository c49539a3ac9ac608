import type { FieldFact } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import { readHex } from '../address.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { holds } from '../searched-section.ts';
import { span } from '../span.ts';

const MARKS: Marks = ['error code: ('];

/**
 * The meaning of a status or error code, of `!error`. It becomes a field named `!error 0xc0000005`.
 * Source: Microsoft Learn, "!error".
 */
export const errorCode: Parser = {
  command: '!error',
  marks: [MARKS],
  accepts: (section) => holds(section, MARKS),
  read: (section) => ({ fields: section.body.flatMap(readError) }),
};

const ERROR = /^\s{0,8}Error code: \((NTSTATUS|HRESULT|Win32)\) (0x[0-9a-f]{1,16}) \(?[^-]{0,40}- (\S.{0,400})$/i;

function readError(line: Line): FieldFact[] {
  const [, family, token = '', meaning] = ERROR.exec(line.text.slice(0, 600)) ?? [];
  const code = readHex(token);
  if (code === null || meaning === undefined) {
    return [];
  }
  return [{ name: `!error ${code}`, value: `(${family}) ${meaning}`, lines: span(line) }];
}
