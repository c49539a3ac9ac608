import type { Case } from '../cases/case.ts';
import { STATUS, timeline, WAITING_FOR } from '../cases/timeline.ts';
import { COLON } from '../language/joined.ts';
import { type Say, sayIn } from '../language/say.ts';
import type { Language, Text } from '../language/text.ts';
import { groupSentence, verdictSentence } from '../reply/words.ts';
import { type Block, heading, lines, list, type Mail } from './mail.ts';
import { mailSubject } from './mail-frame.ts';
import { MAIL_WORDS } from './mail-words.ts';

const WORDS = {
  record: { en: 'record of the case', zh: '案例记录' },
  case: { en: 'Case', zh: '案例' },
  number: { en: "Customer's number", zh: '客户编号' },
  status: { en: 'Status', zh: '状态' },
  severity: { en: 'Severity', zh: '级别' },
  owner: { en: 'Owner', zh: '负责人' },
  waiting: { en: 'Waiting for', zh: '等待' },
  opened: { en: 'Opened', zh: '开案时间' },
  active: { en: 'Last activity', zh: '最近活动' },
  outcome: { en: 'Outcome', zh: '结果' },
  dumps: { en: 'Dumps and verdicts', zh: '转储与结论' },
  none: { en: 'none', zh: '无' },
  timeline: { en: 'Timeline', zh: '时间线' },
  mail: { en: 'Mail', zh: '邮件' },
} satisfies Record<string, Text>;

/**
 * All that is known of a case, to be kept elsewhere: its fields, its verdicts, what was done, and the mails as they would be
 * written now. `when` writes an instant in the zone of the place.
 */
export function caseRecord(
  it: Case,
  mails: readonly Mail[],
  when: (instant: string) => string,
  language: Language,
): Mail {
  const say = sayIn(language);
  return {
    subject: mailSubject(it, say(WORDS.record)),
    blocks: [
      lines(fields(it, when, say)),
      heading(say(WORDS.dumps)),
      ...verdicts(it, say),
      heading(say(WORDS.timeline)),
      ...list(timeline(it).map(({ at, text }) => `${when(at)} – ${say(text)}`)),
      ...mails.flatMap(({ subject, blocks }) => [heading(`${say(WORDS.mail)}${say(COLON)}${subject}`), ...blocks]),
    ],
  };
}

function fields(it: Case, when: (instant: string) => string, say: Say): string[] {
  const all: readonly (readonly [Text, string | null])[] = [
    [WORDS.case, `${it.number}`],
    [WORDS.number, it.customerNumber],
    [WORDS.status, say(STATUS[it.status])],
    [WORDS.severity, it.severity],
    [WORDS.owner, it.owner],
    [WORDS.waiting, it.status === 'open' ? say(WAITING_FOR[it.waiting.for]) : null],
    [WORDS.opened, when(it.createdAt)],
    [WORDS.active, when(it.activeAt)],
    [WORDS.outcome, it.outcome],
  ];
  return all.flatMap(([name, value]) => (value === null ? [] : [`${say(name)}${say(COLON)}${value}`]));
}

function verdicts({ summary: { crashes, groups } }: Case, say: Say): Block[] {
  const shared = groups.flatMap((group) => [say(groupSentence(group)), ...group.reasons.map(say)]);
  const single = crashes.map(({ id, title, culprit, confidence }) => {
    const verdict = culprit === 'unknown' ? MAIL_WORDS.notNamed : verdictSentence(culprit, confidence);
    return `${id} ${say(title)}${say(COLON)}${say(verdict)}`;
  });
  return list(crashes.length === 0 ? [say(WORDS.none)] : [...shared, ...single]);
}
