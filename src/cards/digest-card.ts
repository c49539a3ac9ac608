import type { Case } from '../cases/case.ts';
import { eventText, STATUS, WAITING_FOR } from '../cases/timeline.ts';
import { localTime } from '../follow-ups/local-time.ts';
import { localDay } from '../follow-ups/next-follow-up.ts';
import { suggest } from '../follow-ups/suggest.ts';
import { COLON } from '../language/joined.ts';
import { type Say, sayIn } from '../language/say.ts';
import type { Language, Text } from '../language/text.ts';
import { culpritName } from '../reply/words.ts';

import type { ActionSet, AdaptiveCard, Element } from './adaptive-card.ts';
import { cardSize, LARGEST_CARD } from './card-size.ts';
import { leadLines } from './case-card.ts';
import { caseName, daysBetween } from './case-view.ts';
import { CASE_WORDS, daysText, more, remindIn, sinceText } from './case-words.ts';
import { execute } from './execute.ts';
import { makeCard } from './make-card.ts';
import { heading, line, run } from './runs.ts';

export interface Digest {
  /** Names the digest: who finds the same key on two cards knows that it is one digest, sent twice. */
  readonly key: string;
  readonly cases: readonly Case[];
  /** Numbers of those that have been dealt with since: shown without buttons. */
  readonly done: ReadonlySet<number>;
  /** The zone in which the times of a case are told: that of the place, where it has one. */
  readonly zoneOf: (it: Case) => string;
  /** ISO instant of the drawing. */
  readonly now: string;
}

const MOST_ROWS = 9;

/** One card for the day: as many cases as fit, the rest counted. */
export function digestCard(digest: Digest, language: Language, lead: readonly Text[] = []): AdaptiveCard {
  return drawDigest(digest, language, lead).card;
}

/** The card, and the cases that are on it: the others have not been reminded of. */
export function drawDigest(
  digest: Digest,
  language: Language,
  lead: readonly Text[] = [],
): { readonly card: AdaptiveCard; readonly shown: readonly Case[] } {
  let card = draw(digest, language, lead, 1);
  let shown = 1;
  for (let rows = 2; rows <= Math.min(MOST_ROWS, digest.cases.length); rows++) {
    const larger = draw(digest, language, lead, rows);
    if (cardSize(larger) > LARGEST_CARD) {
      break;
    }
    card = larger;
    shown = rows;
  }
  return { card, shown: digest.cases.slice(0, shown) };
}

/** One sentence for notifications. */
export function digestSummary({ key, cases }: Digest, language: Language): string {
  const [day = key] = key.split(' ');
  return `${CASE_WORDS.digest[language]} ${day}: ${cases.map((it) => `${caseName(it)} ${it.title}`).join(' · ')}`;
}

function draw(digest: Digest, language: Language, lead: readonly Text[], rows: number): AdaptiveCard {
  const shown = digest.cases.slice(0, rows);
  const hidden = digest.cases.length - shown.length;
  const [day = digest.key] = digest.key.split(' ');
  const body = [
    ...leadLines(lead, language),
    heading(`${CASE_WORDS.digest[language]} ${day} (${digest.cases.length})`),
    ...shown.flatMap((it) => row(it, digest, language)),
    ...(hidden > 0 ? [line([run(more(hidden)[language], 80)])] : []),
    line([run(digest.key, 100, { isSubtle: true, size: 'Small' })]),
  ];
  return makeCard(body, digestSummary(digest, language), language);
}

function row(it: Case, digest: Digest, language: Language): Element[] {
  const say = sayIn(language);
  const waitingDays = daysBetween(it.waiting.since, digest.now);
  const last = it.events.at(-1);
  const since = say(sinceText(localDay(it.waiting.since, digest.zoneOf(it)).toString(), waitingDays));
  const waiting = `${say(CASE_WORDS.waitingFor)}${language === 'en' ? ' ' : ''}${say(WAITING_FOR[it.waiting.for])}${since}`;
  const urgency = `${say(CASE_WORDS.severity)} ${it.severity} · ${say(daysText(daysBetween(it.createdAt, digest.now)))}`;
  const bold = { weight: 'Bolder' } as const;
  const state = it.status === 'open' ? '' : ` · ${say(STATUS[it.status])}`;
  return [
    line([run(`${urgency} · ${say(CASE_WORDS.case)} ${caseName(it)}  `, 140, bold), run(it.title, 120)], 'Medium'),
    line([run(`${waiting}${state}`, 200, { isSubtle: true })], 'None'),
    line([run(whose(it, say), 200, { isSubtle: true })], 'None'),
    ...(last
      ? [
          line(
            [
              run(
                `${say(CASE_WORDS.last)}${say(COLON)}${localTime(last.at, digest.zoneOf(it))} ${say(eventText(last))}`,
                200,
              ),
            ],
            'None',
          ),
        ]
      : []),
    ...(digest.done.has(it.number) ? [] : open(it, digest, say, waitingDays)),
  ];
}

function open(it: Case, digest: Digest, say: Say, waitingDays: number): Element[] {
  const step = `${say(CASE_WORDS.suggested)}${say(COLON)}${say(suggest(it, waitingDays))}`;
  return [line([run(step, 200)], 'None'), buttons(it, digest, say)];
}

function buttons({ number, version }: Case, { key, cases }: Digest, say: Say): ActionSet {
  const on = {
    case: number,
    version,
    digest: key,
    of: cases
      .slice(0, MOST_ROWS)
      .map((it) => it.number)
      .join(','),
  };
  const { version: _, ...toMail } = on;
  return {
    type: 'ActionSet',
    actions: [
      execute(say(CASE_WORDS.stillWaiting), { verb: 'case.still-waiting', ...on }),
      execute(say(remindIn(3)), { verb: 'case.remind', days: 3, ...on }),
      execute(say(CASE_WORDS.draft), { verb: 'case.mail', mail: 'draft', ...toMail }),
      execute(say(CASE_WORDS.show), { verb: 'case.show', case: number }),
    ],
  };
}

/** Who works on it, and whom its dumps name. */
function whose({ owner, summary: { crashes, groups } }: Case, say: Say): string {
  const named = [...groups, ...crashes].find(({ culprit }) => culprit !== 'unknown');
  const who = `${say(CASE_WORDS.owner)}${say(COLON)}${owner ?? say(CASE_WORDS.nobody)}`;
  return named ? `${who} · ${say(CASE_WORDS.suspect)}${say(COLON)}${say(culpritName(named.culprit))}` : who;
}
