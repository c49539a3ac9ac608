import type { Crash, Paste } from './crash.ts';
import type { Warning } from './diagnosis.ts';
import { readLines } from './intake/read-lines.ts';
import { splitSections } from './intake/sections.ts';
import { readFacts } from './parsers/index.ts';

/** Reads every crash out of the pastes of one case. */
export function readCrashes(pastes: readonly Paste[]): { crashes: Crash[]; warnings: Warning[] } {
  const crashes: Crash[] = [];
  for (const paste of pastes) {
    const { lines } = readLines(paste.text);
    const { facts } = readFacts(splitSections(lines));
    const field = (name: string) => facts.fields.find((one) => one.name === name && one.value !== '')?.value ?? null;
    const [first] = [...facts.bugchecks, ...facts.stacks];
    if (first === undefined) continue;
    crashes.push({
      id: `c${crashes.length + 1}`,
      source: paste.source,
      kind: 'kernel',
      arch: 'x64',
      mentions: [[1, lines.length]],
      bugcheck: facts.bugchecks[0] ?? null,
      process: field('PROCESS_NAME'),
      symbol: field('SYMBOL_NAME'),
      module: field('MODULE_NAME'),
      image: field('IMAGE_NAME'),
      failureBucket: field('FAILURE_BUCKET_ID'),
      stack: facts.stacks[0] ?? null,
      facts,
    });
  }
  return { crashes, warnings: [] };
}
