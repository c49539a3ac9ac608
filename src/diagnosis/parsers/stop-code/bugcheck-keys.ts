import type { BugcheckFact } from '../../facts.ts';
import { readHex } from '../address.ts';
import { analyzeKeyValues } from '../analyze/analyze-key-values.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { holds } from '../searched-section.ts';

const MARKS: Marks = ['bugcheck.code.'];

const KEY = /^Bugcheck\.Code\.(?:LegacyAPI|KiBugCheckData|DumpHeader|Register|TargetModel)$/i;

/** The stop code among the pairs of KEY_VALUES_STRING: the only place of it where the header was not pasted. */
export const bugcheckKeys: Parser = {
  command: '!analyze',
  marks: [MARKS],
  accepts: (section) => holds(section, MARKS),
  read: (section) => ({ bugchecks: readFirst(analyzeKeyValues.read(section).fields ?? []) }),
};

/** All keys repeat one code. */
function readFirst(fields: readonly { name: string; value: string; lines: BugcheckFact['lines'] }[]): BugcheckFact[] {
  for (const { name, value, lines } of fields) {
    const code = KEY.test(name) ? readHex(value) : null;
    if (code !== null && code !== '0x0') {
      return [{ origin: 'analyze-fields', code, name: null, args: [], argTexts: [], lines }];
    }
  }
  return [];
}
