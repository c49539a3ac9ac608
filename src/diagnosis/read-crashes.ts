import type { Crash, Paste } from './crash.ts';
import type { Warning } from './diagnosis.ts';
import { readLines } from './intake/read-lines.ts';
import { makeCrash } from './reading/make-crash.ts';
import type { Mention } from './reading/mention.ts';
import { readMention } from './reading/mention.ts';
import { mergeMentions } from './reading/merge-mentions.ts';
import { splitStretches } from './reading/stretches.ts';
import { warningsOf } from './reading/warnings.ts';

/**
 * Reads every crash out of the pastes of one case: lines, stretches, facts; then mentions of one dump are joined.
 * Text that is no debugger output yields none. Never throws.
 */
export function readCrashes(pastes: readonly Paste[]): { crashes: Crash[]; warnings: Warning[] } {
  const mentions: Mention[] = [];
  const warnings: Warning[] = [];
  for (const paste of pastes) {
    const { lines, warnings: remarks } = readLines(paste.text);
    warnings.push(...remarks.map((text) => ({ text, crash: null, line: null })));
    for (const stretch of splitStretches(lines)) {
      const mention = readMention(stretch, paste.source);
      if (mention !== null) mentions.push(mention);
    }
  }
  const crashes = mergeMentions(mentions).map((group, at) => makeCrash(group, `c${at + 1}`));
  for (const crash of crashes) {
    warnings.push(...warningsOf(crash));
  }
  return { crashes, warnings };
}
