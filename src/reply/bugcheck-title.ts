import type { DiagnosedCrash } from '../diagnosis/diagnosis.ts';
import { showsProgramEnd } from '../diagnosis/views/program-end.ts';
import { codeOnStackOnly } from '../diagnosis/views/stop-code-of.ts';
import type { Say } from '../language/say.ts';
import { withoutBugcheck } from './words.ts';

/**
 * `0x1e KMODE_EXCEPTION_NOT_HANDLED`: as the paste shows it, the missing half, and a misspelt name, from the reference; a few words where
 * the paste shows no stop code.
 */
export function bugcheckTitle({ crash, bugcheck }: DiagnosedCrash, say: Say): string {
  const code = crash.bugcheck?.code ?? bugcheck?.code;
  const name = bugcheck?.misspelt === undefined ? (crash.bugcheck?.name ?? bugcheck?.name) : bugcheck.name;
  const shown = [code, name].filter((part) => part !== null && part !== undefined);
  if (shown.length > 0) {
    return shown.join(' ');
  }
  const called = codeOnStackOnly(crash)?.code ?? null;
  return say(withoutBugcheck({ kind: crash.kind, hasEnded: showsProgramEnd(crash), called }));
}
