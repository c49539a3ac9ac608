import type { BugcheckFact, Facts, FieldFact } from '../facts.ts';
import { stopCode } from '../knowledge/stop-code.ts';

/** `0x119_5_DRIVER_…`, `X64_0x7f_8_acmeflt+6941`, `LKD_0x144_…`: the code, and where a value follows, the first argument. */
const BUCKET = /^(?:(?:LKD|X64|X86|ARM64)_){0,2}0x(?<code>[0-9a-f]{1,8})_(?:(?<first>[0-9a-f]{1,5})(?=_))?/i;
/** Each repeats the same: the first one that is printed tells. */
const FIELDS: readonly string[] = ['FAILURE_BUCKET_ID', 'Failure.Bucket', 'BUCKET_ID', 'PRIMARY_PROBLEM_CLASS'];

/** The stop that begins a failure bucket: all that tells it where the header was not pasted. */
export function stopInBucket({ fields }: Pick<Facts, 'fields'>): BugcheckFact | null {
  for (const field of fields) {
    const stop = readBucket(field);
    if (stop !== null) {
      return stop;
    }
  }
  return null;
}

function readBucket({ name, value, lines }: FieldFact): BugcheckFact | null {
  const found = FIELDS.includes(name) ? BUCKET.exec(value)?.groups : undefined;
  const code = stopCode(found?.code ?? '');
  if (code === null || code === '0x0') {
    return null;
  }
  const first = stopCode(found?.first ?? '');
  const means = first === null ? {} : { means: { code, args: [first, null, null, null] } };
  return { origin: 'bucket', code, name: null, args: [], argTexts: [], ...means, lines };
}
