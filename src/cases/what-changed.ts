import { bareCode } from '../diagnosis/knowledge/stop-code.ts';
import { COMMA, joined } from '../language/joined.ts';
import type { Text } from '../language/text.ts';
import { CONFIDENCE, culpritName } from '../reply/words.ts';
import type { DumpSummary } from './dump-summary.ts';

type SummarisedCrash = DumpSummary['crashes'][number];

/**
 * What a new paste changed, as sentences: which dump of the case it is, how it compares with the earlier ones, and
 * whether the verdict moved. `shown` are the crashes that the paste shows something of, `isRepeat` says that it holds nothing that was not there. Empty for the first dump of a
 * case.
 */
export function whatChanged(
  before: DumpSummary,
  after: DumpSummary,
  shown: readonly string[],
  isRepeat = false,
): Text[] {
  if (before.crashes.length === 0) {
    return [];
  }
  const fresh = after.crashes.filter(({ id }) => !before.crashes.some((earlier) => earlier.id === id));
  const compared =
    fresh.length === 0 ? [moreOfTheSame(after, shown, isRepeat)] : fresh.map((crash) => compare(crash, before, after));
  return [...compared, ...movedVerdicts(before, after)];
}

/** Dumps keep their numbers: where there is no new one, the paste said more about one that was known. */
function moreOfTheSame({ crashes }: DumpSummary, shown: readonly string[], isRepeat: boolean): Text {
  const names = crashes.filter(({ id }) => shown.includes(id)).map(({ id, code }) => (code ? `${id} (${code})` : id));
  if (names.length === 0) {
    return { en: 'No new dump in this.', zh: '其中没有新的转储。' };
  }
  const list = names.join(', ');
  if (isRepeat) {
    return { en: `The same text of ${list} again: nothing changes.`, zh: `${list} 的相同内容，结论不变。` };
  }
  return { en: `No new dump: this adds to ${list}.`, zh: `没有新的转储：这是对 ${list} 的补充。` };
}

function compare(crash: SummarisedCrash, before: DumpSummary, after: DumpSummary): Text {
  const position = after.crashes.indexOf(crash) + 1;
  const parts = [ordinal(position, crash.id), comparedCode(crash, before), comparedCause(crash, after)];
  const { en, zh } = joined(parts, COMMA);
  return { en: `${en}.`, zh: `${zh}。` };
}

const ORDINALS = ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth', 'Seventh', 'Eighth', 'Ninth', 'Tenth'];

/** With its number where others before it were taken out. */
function ordinal(position: number, id: string): Text {
  const [en, zh] = id === `c${position}` ? ['', ''] : [` (${id})`, `（${id}）`];
  return { en: `${ORDINALS[position - 1] ?? `No. ${position},`} dump${en}`, zh: `第 ${position} 个转储${zh}` };
}

function comparedCode({ code, title }: SummarisedCrash, before: DumpSummary): Text {
  if (code === null) {
    return { en: 'without a stop code', zh: '没有停止代码' };
  }
  const same = before.crashes.find((other) => other.code !== null && bareCode(other.code) === bareCode(code));
  if (same) {
    return { en: `same bugcheck as ${same.id} (${title.en})`, zh: `停止代码与 ${same.id} 相同（${title.zh}）` };
  }
  return { en: `other bugcheck (${title.en})`, zh: `停止代码不同（${title.zh}）` };
}

function comparedCause({ id }: SummarisedCrash, after: DumpSummary): Text {
  const group = after.groups.find(({ crashes }) => crashes.includes(id));
  const others = group?.crashes.filter((other) => other !== id) ?? [];
  if (!group || others.length === 0) {
    return { en: 'no common cause with the others shown yet', zh: '尚未显示与其他转储有共同原因' };
  }
  const list = others.join(', ');
  // A group may have grown by several links: the one that names this crash is the news.
  const own = group.reasons.find(({ crashes }) => crashes?.includes(id));
  const why = own ?? group.reasons[0] ?? { en: '', zh: '' };
  return {
    en: `same cause as ${list}${why.en ? `: ${trimEnd(why.en)}` : ''}`,
    zh: `与 ${list} 原因相同${why.zh ? `：${trimEnd(why.zh)}` : ''}`,
  };
}

function trimEnd(sentence: string): string {
  return sentence.replace(/[.。]$/, '');
}

/** Verdicts of known crashes that are others now, or as sure as they were not, and causes found for several. */
export function movedVerdicts(before: DumpSummary, after: DumpSummary): Text[] {
  const single = before.crashes.flatMap((earlier) => {
    const now = after.crashes.find(({ id }) => id === earlier.id);
    return now ? movedVerdict(earlier, now) : [];
  });
  return [...single, ...after.groups.flatMap((group) => movedCause(group, before))];
}

function movedVerdict(earlier: SummarisedCrash, now: SummarisedCrash): Text[] {
  const [from, to] = [nameOf(earlier.culprit), nameOf(now.culprit)];
  if (now.culprit !== earlier.culprit) {
    const en = `The verdict on ${now.id} moved from ${from.en} to ${to.en}.`;
    return [{ en, zh: `${now.id} 的结论由${from.zh}变为${to.zh}。` }];
  }
  if (now.culprit === 'unknown' || now.confidence === earlier.confidence) {
    return [];
  }
  const [was, is] = [CONFIDENCE[earlier.confidence], CONFIDENCE[now.confidence]];
  return [
    {
      en: `The verdict on ${now.id}, ${to.en}, is now of ${is.en} (was ${was.en}).`,
      zh: `${now.id} 的结论（${to.zh}）现为${is.zh}（原为${was.zh}）。`,
    },
  ];
}

/** A cause that was open, or another one, for crashes that were known to belong together. */
function movedCause({ crashes, culprit }: DumpSummary['groups'][number], before: DumpSummary): Text[] {
  const earlier = before.groups.find((group) => group.crashes.filter((id) => crashes.includes(id)).length > 1);
  if (!earlier || earlier.culprit === culprit) {
    return [];
  }
  const [list, from, to] = [crashes.join(', '), nameOf(earlier.culprit), nameOf(culprit)];
  return [
    {
      en: `The common cause of ${list} is now ${to.en} (was ${from.en}).`,
      zh: `${list} 的共同原因现为${to.zh}（原为${from.zh}）。`,
    },
  ];
}

function nameOf(culprit: string): Text {
  return culprit === 'unknown' ? { en: 'unknown', zh: '未知' } : culpritName(culprit);
}
