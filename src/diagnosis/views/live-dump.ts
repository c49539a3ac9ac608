import { view } from '../look.ts';
import { hexValue } from './hex-value.ts';
import { stopCodeOf } from './stop-code-of.ts';

/** "Live Generated Dump" among the attributes of the file. */
const GENERATED_LIVE = 0x10n;

/**
 * A report of a machine that went on running: nothing that is about its next stop fits. Some codes are of such reports alone;
 * of others the bucket (`LKD_0x144_…`, a live kernel dump) or the attributes of the file say so.
 */
export const isLive = view(({ crash, facts, knowledge }): boolean => {
  const code = stopCodeOf(crash);
  if (crash.kind === 'live' || (code !== null && knowledge.bugcheck(code)?.live === true)) {
    return true;
  }
  const attributes = facts.fields.find(({ name }) => name === 'DUMP_FILE_ATTRIBUTES')?.value.split(' ')[0];
  return /^LKD_/i.test(crash.failureBucket ?? '') || ((hexValue(attributes) ?? 0n) & GENERATED_LIVE) !== 0n;
});
