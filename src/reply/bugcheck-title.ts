import type { Crash } from '../diagnosis/crash.ts';
import type { Text } from '../diagnosis/text.ts';
import { withoutBugcheck } from './words.ts';

/** `0x1e KMODE_EXCEPTION_NOT_HANDLED`, with what of it the paste shows; a few words where it shows no stop code. */
export function bugcheckTitle(crash: Crash, say: (text: Text) => string): string {
  const shown = [crash.bugcheck?.code, crash.bugcheck?.name].filter((part) => part !== null && part !== undefined);
  return shown.length > 0 ? shown.join(' ') : say(withoutBugcheck(crash.kind));
}
