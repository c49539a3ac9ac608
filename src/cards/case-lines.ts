import { STATUS, timeline, WAITING_FOR } from '../cases/timeline.ts';
import { localTime } from '../follow-ups/local-time.ts';
import { localDay } from '../follow-ups/next-follow-up.ts';
import { COLON } from '../language/joined.ts';
import { type Say, sayIn } from '../language/say.ts';
import type { Language, Text } from '../language/text.ts';
import { dayText } from '../language/weekday.ts';
import { groupSentence, verdictSentence } from '../reply/words.ts';
import type { Element, RichTextBlock } from './adaptive-card.ts';
import { type CaseView, caseName, daysBetween } from './case-view.ts';
import { CASE_WORDS, daysText, sinceText } from './case-words.ts';
import { fact } from './fact.ts';
import { heading, line, run } from './runs.ts';

/** How much of a case a card shows. */
export interface CaseDetail {
  readonly dumps: number;
  readonly groups: number;
  readonly events: number;
  /** Longest sentence, in characters. */
  readonly text: number;
}

/** Title and everything that has one value. The colour of severity A only repeats what stands there. */
export function caseFacts(view: CaseView, language: Language): Element[] {
  const { case: it, zone, now } = view;
  const say = sayIn(language);
  const waiting = sinceText(localDay(it.waiting.since, zone).toString(), daysBetween(it.waiting.since, now));
  const head = [
    line([run(`${say(CASE_WORDS.case)} ${caseName(it)}`, 120, { isSubtle: true })]),
    line([run(it.title, 200, { weight: 'Bolder', size: 'Large' })], 'None'),
  ];
  const isUrgent = it.severity === 'A' && it.status === 'open';
  const facts = [
    fact(CASE_WORDS.severity, it.severity, language),
    fact(CASE_WORDS.status, say(STATUS[it.status]), language),
    fact(CASE_WORDS.owner, it.owner ?? say(CASE_WORDS.nobody), language),
    fact(CASE_WORDS.waitingFor, `${say(WAITING_FOR[it.waiting.for])}${say(waiting)}`, language),
    fact(CASE_WORDS.nextFollowUp, say(followUpText(view)), language),
    fact(CASE_WORDS.lastActivity, localTime(it.activeAt, zone), language),
    fact(CASE_WORDS.age, say(daysText(daysBetween(it.createdAt, now))), language),
  ];
  return [
    { type: 'Container', style: isUrgent ? 'attention' : 'emphasis', items: head },
    { type: 'FactSet', facts },
    ...(it.outcome
      ? [line([run(`${say(CASE_WORDS.outcome)}${say(COLON)}`, 60, { isSubtle: true }), run(it.outcome, 1000)])]
      : []),
  ];
}

/** A day on which nobody will be reminded says so. */
export function followUpText({ nextFollowUp: day, isReminded }: CaseView): Text {
  if (day === null) {
    return CASE_WORDS.noFollowUp;
  }
  const { en, zh } = isReminded ? { en: '', zh: '' } : CASE_WORDS.remindersOff;
  const date = dayText(day);
  return { en: `${date.en}${en}`, zh: `${date.zh}${zh}` };
}

/** Every dump with its verdict, and what they have in common. */
export function dumpLines({ case: { summary } }: CaseView, detail: CaseDetail, language: Language): Element[] {
  const say = sayIn(language);
  const { crashes, groups } = summary;
  if (crashes.length === 0) {
    return [line([run(`${say(CASE_WORDS.dumps)}${say(COLON)}${say(CASE_WORDS.noDumps)}`, 100)])];
  }
  const hidden = crashes.length - detail.dumps;
  return [
    heading(`${say(CASE_WORDS.dumps)} (${crashes.length})`),
    ...groups.slice(0, detail.groups).map((group) => sharedCause(group, detail, say)),
    ...crashes
      .slice(-detail.dumps)
      .map(({ id, title, culprit, confidence }) =>
        line([
          run(`${id} ${say(title)}${say(COLON)}`, 200),
          run(say(culprit === 'unknown' ? openVerdict(id, groups) : verdictSentence(culprit, confidence)), 300),
        ]),
      ),
    ...(hidden > 0 ? [line([run(`… +${hidden}`, 20)])] : []),
  ];
}

/** The commands that would decide stand with the answer to the paste, not here. */
function openVerdict(id: string, groups: readonly Group[]): Text {
  const isShared = groups.some(({ crashes, culprit }) => culprit !== 'unknown' && crashes.includes(id));
  return isShared ? CASE_WORDS.sharedOnly : CASE_WORDS.notNamed;
}

type Group = CaseView['case']['summary']['groups'][number];

function sharedCause(group: Group, { text }: CaseDetail, say: Say): RichTextBlock {
  const sentence = say(groupSentence(group));
  const [reason] = group.reasons;
  return line([run(sentence, 300, { weight: 'Bolder' }), run(reason ? ` ${say(reason)}` : '', text)]);
}

/** The latest events, youngest first. */
export function timelineLines({ case: it, zone }: CaseView, detail: CaseDetail, language: Language): RichTextBlock[] {
  return timeline(it)
    .slice(-detail.events)
    .reverse()
    .map(({ at, text }) =>
      line([run(`${localTime(at, zone)}  `, 40, { isSubtle: true }), run(text[language], detail.text)], 'None'),
    );
}
