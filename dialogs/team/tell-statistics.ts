import { textCard } from '#src/cards/text-card.ts';
import { statistics } from '#src/cases/statistics.ts';
import { localDay, type Reminded } from '#src/follow-ups/next-follow-up.ts';
import { readMonth } from '#src/follow-ups/read-month.ts';
import type { Text } from '#src/language/text.ts';
import type { Answer } from '#src/ports/answer.ts';
import type { Turn } from '#src/ports/turn.ts';
import { culpritName } from '#src/reply/words.ts';
import type { Actor } from '../actor.ts';
import { cardAnswer } from '../cases/case-view.ts';
import { hint } from '../say.ts';
import { WHICH_MONTH } from './words.ts';

/** What a month brought to the cases of a place. */
export function tellStatistics(said: string, all: readonly Reminded[], turn: Turn, { calendar, now }: Actor): Answer {
  const month = readMonth(said, localDay(now, calendar.zone));
  if (!month) {
    return hint(turn, WHICH_MONTH);
  }
  const dayOf = (instant: string) => localDay(instant, calendar.zone).toString();
  const cases = all.map((reminded) => reminded.case);
  const { opened, closed, archived, open, bySeverity, medianDays, culprits } = statistics(
    cases,
    month.from,
    month.to,
    dayOf,
  );
  const { A, B, C } = bySeverity;
  const named = culprits.map(({ culprit, count }) => ({
    en: `${culpritName(culprit).en} (${count})`,
    zh: `${culpritName(culprit).zh}（${count}）`,
  }));
  const told: Text[] = [
    { en: `Cases from ${month.from} to ${month.to}`, zh: `${month.from} 至 ${month.to} 的案例` },
    { en: `Opened: ${opened} (A ${A}, B ${B}, C ${C})`, zh: `新建：${opened}（A ${A}，B ${B}，C ${C}）` },
    { en: `Closed: ${closed} · archived: ${archived}`, zh: `关闭：${closed} · 归档：${archived}` },
    { en: `Open now: ${open}`, zh: `目前打开：${open}` },
    ...(medianDays === null ? [] : [within(medianDays)]),
    ...(named.length === 0
      ? []
      : [
          {
            en: `Named most often: ${named.map(({ en }) => en).join(', ')}`,
            zh: `最常指认：${named.map(({ zh }) => zh).join('、')}`,
          },
        ]),
  ];
  return cardAnswer(
    textCard(
      told.map((text) => text[turn.language]),
      turn.language,
    ),
  );
}

function within(days: number): Text {
  if (days < 1) {
    return { en: 'Half of them were closed within a day.', zh: '半数在一天内关闭。' };
  }
  return {
    en: `Half of them were closed within ${days === 1 ? '1 day' : `${days} days`}.`,
    zh: `半数在 ${days} 天内关闭。`,
  };
}
