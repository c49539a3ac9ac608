import type { FieldFact } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { linesWith } from '../searched-section.ts';
import { span } from '../span.ts';

const MARKS: Marks = ['failure_bucket', 'failure bucket', 'faulting_ip', 'faulting ip'];
/** What stands between the name of the field and its value where a person quotes both. */
const BETWEEN = '["\'`*”]{0,3} ?[:=：]?["\'`*]{0,3} ?(?:is|was|reads|says|being|为|是|为：)?[ :：]{0,2}["\'`*“]{0,3}';
const BUCKET = new RegExp(
  `\\bfailure[_ ]bucket(?:[_ ]id)?${BETWEEN}(?<value>(?:[A-Z0-9]{1,12}_){1,6}[\\w.-]{2,120}(?:[!+][\\w.:~-]{1,120})?)`,
  'i',
);
const PLACE = new RegExp(
  `\\bfaulting[_ ]ip${BETWEEN}(?:at )?(?<value>[\\w.-]{2,60}(?:![\\w:~?$@]{1,120})?\\+(?:0x)?[0-9a-f]{1,8})\\b`,
  'i',
);
/** A row of the debugger is read as one; and a value that ends a sentence has no full stop. */
const ROW = /^\s{0,12}(?:FAILURE_BUCKET_ID|FAULTING_IP|Failure bucket(?: ID)?) {0,2}:/i;

/** Fields of `!analyze` that somebody quotes within a sentence: "the `FAILURE_BUCKET_ID` is `AV_acmeflt!unknown_function`". */
export const quotedField: Parser = {
  command: '!analyze (quoted)',
  marks: [MARKS],
  accepts: (section) => linesWith(section, MARKS).some(({ text }) => !ROW.test(text)),
  read: (section) => ({ fields: linesWith(section, MARKS).flatMap((line) => fieldsOf(line)) }),
};

function fieldsOf(line: Line): FieldFact[] {
  const text = line.text.slice(0, 1000);
  if (ROW.test(text)) {
    return [];
  }
  const found = [
    { name: 'FAILURE_BUCKET_ID', value: BUCKET.exec(text)?.groups?.value },
    { name: 'FAULTING_IP', value: PLACE.exec(text)?.groups?.value },
  ];
  return found.flatMap(({ name, value }) =>
    value === undefined ? [] : [{ name, value: value.replace(/[.-]+$/, ''), lines: span(line) }],
  );
}
