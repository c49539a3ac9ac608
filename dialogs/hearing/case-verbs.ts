import { isPlaceholder } from '#src/cases/placeholder.ts';
import { HINTS } from '../cases/case-hints.ts';
import { unclear, type Wish } from './case-wish.ts';
import { asksWhether, halfWidth, withoutCourtesy, withoutEnd } from './courtesy.ts';
import { DUMPS } from './verbs/dumps.ts';
import { NOTES, NUMBERS, TITLES } from './verbs/fields.ts';
import { MAILS } from './verbs/mails.ts';
import { OWNERS } from './verbs/owners.ts';
import { REMINDERS } from './verbs/reminders.ts';
import { SEVERITIES } from './verbs/severities.ts';
import { ARCHIVING, CLOSING, SHOWING, WAITING } from './verbs/state.ts';
import { firstWish, type Subject } from './verbs/verb.ts';

/**
 * All that may be wished of a case; the first form that fits is meant. Mails come before reminders: "follow-up mail" is
 * no day. Notes come before what a note may begin with.
 */
const SUBJECTS: readonly Subject[] = [
  SHOWING,
  NOTES,
  SEVERITIES,
  OWNERS,
  TITLES,
  NUMBERS,
  WAITING,
  MAILS,
  REMINDERS,
  ARCHIVING,
  CLOSING,
  DUMPS,
];
const FREE_TEXT = SUBJECTS.flatMap(({ free = [] }) => free);
const VERBS = SUBJECTS.flatMap(({ verbs = [] }) => verbs);
const ASKS = SUBJECTS.flatMap(({ asks = [] }) => asks);

/** A wish that is longer is a paste. */
const LONGEST_WISH = 4200;
/** Somebody who writes more than that writes no wish that we failed to read. */
const LONGEST_HINTED = 100;

/** What is wished of a case with the words after its number; `text` where they are no wish. */
export function readWish(words: string): Wish {
  if (words === '') {
    return { kind: 'show' };
  }
  if (isPlaceholder(words)) {
    return unclear(HINTS.paste);
  }
  const { text, plain } = asksWhether(words) ? { text: words, plain: words } : withoutCourtesy(words);
  const free = firstWish(FREE_TEXT, text);
  if (free) {
    return free;
  }
  if (words.length > LONGEST_WISH) {
    return { kind: 'text', text: words };
  }
  const line = plain.includes('\n') ? plain : withoutEnd(halfWidth(plain)).trim();
  const tidied = plain.includes('\n') ? plain : tidy(plain);
  const wish = firstWish(VERBS, tidied) ?? firstWish(VERBS, line);
  return wish ?? hint(tidied) ?? { kind: 'text', text: words };
}

function tidy(plain: string): string {
  const set = halfWidth(plain).replace(
    /^(?:(?:set|change|update|raise|lower|bump)(?: the| its| it to| this to| it| this)?|mark(?: it)?(?: as)?|(?:make|treat) (?:it|this)(?: as| a)?|(?:this|it) is(?: now)?(?: a)?|的|its|the) ?/i,
    '',
  );
  return withoutEnd(set).trim();
}

function hint(line: string): Wish | null {
  if (line.includes('\n') || line.length > LONGEST_HINTED) {
    return null;
  }
  const asking = ASKS.find(({ pattern }) => pattern.test(line));
  return asking ? unclear(asking.hint) : null;
}
