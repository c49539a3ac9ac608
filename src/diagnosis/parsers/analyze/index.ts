import type { Parser } from '../parser.ts';
import { analyzeFields } from './analyze-fields.ts';
import { analyzeKeyValues } from './analyze-key-values.ts';
import { application } from './application.ts';
import { bareBucket } from './bare-bucket.ts';
import { fieldInBrackets } from './field-in-brackets.ts';
import { namedDriver } from './named-driver.ts';
import { quotedField } from './quoted-field.ts';

/** What `!analyze` and other tools conclude. */
export const ANALYZE_PARSERS: readonly Parser[] = [
  analyzeFields,
  analyzeKeyValues,
  fieldInBrackets,
  bareBucket,
  quotedField,
  application,
  namedDriver,
];
