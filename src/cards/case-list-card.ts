import { STATUS, WAITING_FOR } from '../cases/timeline.ts';
import { type Say, sayIn } from '../language/say.ts';
import type { Language, Text } from '../language/text.ts';
import { dayText } from '../language/weekday.ts';
import type { AdaptiveCard, Element } from './adaptive-card.ts';
import { type CaseView, caseName, daysBetween } from './case-view.ts';
import { CASE_WORDS, daysText, moreRows } from './case-words.ts';
import { execute } from './execute.ts';
import { makeCard } from './make-card.ts';
import { heading, line, run } from './runs.ts';

const MOST_ROWS = 15;
/** Chinese parts no words. */
const BETWEEN_WORDS: Text = { en: ' ', zh: '' };

const TITLES = {
  open: CASE_WORDS.openCases,
  all: CASE_WORDS.allCases,
  mine: CASE_WORDS.myCases,
  found: CASE_WORDS.found,
  due: CASE_WORDS.due,
} as const;

/** The cases of a conversation, in the order given. */
export function caseListCard(views: readonly CaseView[], which: keyof typeof TITLES, language: Language): AdaptiveCard {
  const say = sayIn(language);
  const title = `${say(TITLES[which])} (${views.length})`;
  const hidden = views.length - MOST_ROWS;
  const rows = views.slice(0, MOST_ROWS).flatMap((view) => row(view, say));
  const body = [
    heading(title),
    ...(views.length === 0
      ? [line([run(say(which === 'found' ? CASE_WORDS.noneFound : CASE_WORDS.noCases), 200)])]
      : rows),
    ...(hidden > 0 ? [line([run(moreRows(hidden)[language], 80)])] : []),
  ];
  const names = views.slice(0, MOST_ROWS).map(({ case: it }) => `${caseName(it)} ${it.title}`);
  return makeCard(body, [title, ...names].join(' · '), language);
}

function row({ case: it, nextFollowUp, now }: CaseView, say: Say): Element[] {
  const state = it.status === 'open' ? '' : ` · ${say(STATUS[it.status])}`;
  const next = nextFollowUp ? ` · ${say(CASE_WORDS.nextFollowUp)} ${say(dayText(nextFollowUp))}` : '';
  const waiting = `${say(CASE_WORDS.waitingFor)}${say(BETWEEN_WORDS)}${say(WAITING_FOR[it.waiting.for])}`;
  const age = say(daysText(daysBetween(it.createdAt, now)));
  return [
    line([run(`${caseName(it)}  `, 90, { weight: 'Bolder' }), run(it.title, 120)], 'Medium'),
    line([run(`${it.severity}${state} · ${waiting} · ${age}${next}`, 200, { isSubtle: true, size: 'Small' })], 'None'),
    { type: 'ActionSet', actions: [execute(say(CASE_WORDS.show), { verb: 'case.show', case: it.number })] },
  ];
}
