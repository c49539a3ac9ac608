import { inEach } from '../language/joined.ts';
import type { Text } from '../language/text.ts';
import type { Case } from './case.ts';
import type { DumpSummary } from './dump-summary.ts';

const MOST_TOLD = 3;
const NOBODY: ReadonlySet<string> = new Set(['unknown', 'hardware', 'os']);

/** Drivers, tags and buckets of some dumps, in lower case under the name to tell them by. */
function traces({ crashes, groups }: DumpSummary): ReadonlyMap<string, string> {
  const culprits = [...crashes, ...groups].map(({ culprit }) => culprit).filter((culprit) => !NOBODY.has(culprit));
  const marks = crashes.flatMap(({ marks: all = [] }) => all);
  return new Map([...culprits, ...marks].map((name) => [name.toLowerCase(), name]));
}

/** In which other cases the driver, a tag or the bucket of these dumps was met, and how those ended; the latest first. */
export function seenBefore(summary: DumpSummary, others: readonly Case[]): Text[] {
  const own = traces(summary);
  const told: Text[] = [];
  for (const it of [...others].sort((a, b) => b.activeAt.localeCompare(a.activeAt))) {
    const shared = [...traces(it.summary)].find(([key]) => own.has(key));
    if (shared && told.length < MOST_TOLD) {
      told.push(sentence(it, shared[1]));
    }
  }
  return told;
}

function sentence({ number, title, status, outcome }: Case, name: string): Text {
  const end = ENDED[status];
  const how =
    outcome === null ? { en: end.en, zh: end.zh } : { en: `${end.en}: ${outcome}`, zh: `${end.zh}：${outcome}` };
  return inEach((language) =>
    language === 'en'
      ? `Seen before: ${name} in case ${number} "${title}", ${how.en}.`
      : `曾经出现：${name} 见于案例 ${number}“${title}”，${how.zh}。`,
  );
}

const ENDED: Readonly<Record<Case['status'], Text>> = {
  open: { en: 'still open', zh: '尚未关闭' },
  archived: { en: 'archived', zh: '已归档' },
  closed: { en: 'closed', zh: '已关闭' },
};
