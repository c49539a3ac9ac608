import type { FieldFact } from '../../facts.ts';
import type { Marks } from '../marks.ts';
import type { Parser } from '../parser.ts';
import { linesWith } from '../searched-section.ts';

const MARKS: Marks = ['_image_'];
const BUCKET =
  /^\s{0,8}(?:#{1,4} )?(?<bucket>(?:LKD_|X64_)?0x[0-9a-f]{1,4}_\w{1,120}_IMAGE_[\w.-]{1,80}\.(?:sys|dll|exe))\s{0,4}$/i;

/** A failure bucket that stands alone in its line, as reports are titled that come from the error reporting of Windows. */
export const bareBucket: Parser = {
  command: '!analyze (bucket)',
  marks: [MARKS],
  accepts: (section) => linesWith(section, MARKS).some(({ text }) => BUCKET.test(text)),
  read: (section) => ({
    fields: linesWith(section, MARKS).flatMap(({ text, lines }): FieldFact[] => {
      const bucket = BUCKET.exec(text)?.groups?.bucket;
      return bucket === undefined ? [] : [{ name: 'FAILURE_BUCKET_ID', value: bucket, lines }];
    }),
  }),
};
