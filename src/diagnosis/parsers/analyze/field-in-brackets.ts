import type { FieldFact } from '../../facts.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { linesWith } from '../searched-section.ts';

const MARKS: Marks = ['process_name', 'image_name', 'module_name', 'symbol_name', 'failure_bucket_id'];

const FIELD =
  /[(（"“]`?(?<name>PROCESS_NAME|IMAGE_NAME|MODULE_NAME|SYMBOL_NAME|FAILURE_BUCKET_ID)`? ?[:：] {0,4}`?(?<value>[^\s`()（）"”][^`()（）"”]{0,200})/g;
const BRACKET = /[(（"“]`?[A-Z]{5,7}_/;
const LONGEST = 1000;

/** A field that somebody repeats in brackets or quotes in a sentence or a heading: `win32kfull crashes (PROCESS_NAME: acme.exe)`. */
export const fieldInBrackets: Parser = {
  command: '!analyze (in brackets)',
  marks: [MARKS],
  accepts: (section) => linesWith(section, MARKS).some(({ text }) => BRACKET.test(text)),
  read: (section) => ({
    fields: linesWith(section, MARKS).flatMap(({ text, lines }) =>
      [...text.slice(0, LONGEST).matchAll(FIELD)].map(({ groups }): FieldFact => {
        return { name: groups?.name ?? '', value: (groups?.value ?? '').trim(), lines };
      }),
    ),
  }),
};
