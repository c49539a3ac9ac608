import type { Text } from '../language/text.ts';
import type { DumpSummary } from './dump-summary.ts';
import { movedVerdicts } from './what-changed.ts';

/** What an edit of a paste, or its being deleted, changed about the dumps of a case, as sentences. */
export function whatEditChanged(before: DumpSummary, after: DumpSummary): Text[] {
  const gone = before.crashes.filter(({ id }) => !after.crashes.some((now) => now.id === id));
  const fresh = after.crashes.filter(({ id }) => !before.crashes.some((was) => was.id === id));
  const other = after.crashes.flatMap((now) => {
    const was = before.crashes.find(({ id }) => id === now.id);
    return was && was.title.en !== now.title.en ? [{ was, now }] : [];
  });
  const said: Text[] = [
    ...gone.map(({ id, title }) => ({
      en: `${id} (${title.en}) is no longer shown.`,
      zh: `不再显示 ${id}（${title.zh}）。`,
    })),
    ...fresh.map(({ id, title }) => ({ en: `New: ${id} (${title.en}).`, zh: `新增：${id}（${title.zh}）。` })),
    ...other.map(({ was, now }) => ({
      en: `${now.id} is now ${now.title.en} (was ${was.title.en}).`,
      zh: `${now.id} 现为 ${now.title.zh}（原为 ${was.title.zh}）。`,
    })),
    ...movedVerdicts(before, after),
  ];
  return said.length > 0 ? said : [{ en: 'No dump and no verdict changed.', zh: '转储和结论均未变化。' }];
}
