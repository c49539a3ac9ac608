import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analysed } from '#src/mail/mail-words.ts';
import { mailAsMarkdown } from '#src/mail/markdown.ts';
import { pastReportMail } from '#src/mail/past-report-mail.ts';
import { mailAsPlainText } from '#src/mail/plain-text.ts';
import { reportMail } from '#src/mail/report-mail.ts';
import type { CrashReply } from '#src/reply/reply.ts';
import { aReply } from '../cards/a-reply.ts';
import { aCase, after } from '../follow-ups/a-case.ts';

const AT = '2026-11-22T10:00:00.000Z';
const CASE = aCase(1, 'A', AT);
const quote = (text: string) => [{ place: '7', text }];
const EVIDENCE: CrashReply['evidence'] = [
  {
    for: true,
    suspect: 'acmeflt.sys',
    rule: 'r',
    text: 'The tag is theirs.',
    quotes: quote('*ffffda8a`c4ad8650 *Filt'),
  },
  { for: false, suspect: 'acmeflt.sys', rule: 'r', text: 'The stack is without it.', quotes: [] },
  { for: false, suspect: 'hardware', rule: 'r', text: 'No memory error looks so.', quotes: [] },
];
const UNKNOWN = {
  culprit: 'unknown',
  confidence: 'low',
  sentence: 'Nobody is accused.',
  againstAnalyze: null,
} as const;
const GROUP = {
  title: 'x',
  crashes: ['c1', 'c2'],
  culprit: 'acmeflt.sys',
  confidence: 'medium' as const,
  verdict: 'c1, c2 have one cause: acmeflt.sys.',
  story: [],
  contributions: [],
  reasons: ['c1, c2: both end in 0x94fd.'],
  steps: [],
};

/** Two dumps with one cause: the first tells nothing alone. */
function twoDumps(language: 'en' | 'zh') {
  const [sure] = aReply({}, { id: 'c2', title: '0x50', evidence: EVIDENCE }).crashes;
  const [silent] = aReply(
    {},
    { title: '0xd1', verdict: UNKNOWN, nextCommands: [{ command: 'k', why: 'no stack' }] },
  ).crashes;
  assert.ok(sure && silent);
  return aReply({ language, groups: [GROUP], crashes: [silent, sure] });
}

test('an accusation that several dumps share is not taken back by the dump that tells nothing alone', () => {
  const text = mailAsPlainText(reportMail(CASE, twoDumps('en'), 'Wei'));
  assert.match(text, /2 crash dumps, called c1 to c2 below/);
  assert.match(text, /c1, c2 have one cause: acmeflt\.sys/);
  assert.match(text, /c1 0xd1: alone it does not name a cause; what it shares with c2 does/);
  assert.doesNotMatch(text, /Nobody is accused/);
});

test('for, against and against others are told apart, and the others are named', () => {
  const text = mailAsPlainText(reportMail(CASE, twoDumps('en'), 'Wei'));
  const parts = [
    '== Evidence: c2 0x50 ==\n\nThe tag is theirs.\n\n    *ffffda8a`c4ad8650 *Filt',
    '== What speaks against it: c2 0x50 ==\n\nThe stack is without it.',
    '== Why others are less likely: c2 0x50 ==\n\nThe hardware: No memory error looks so.',
  ];
  const places = parts.map((part) => text.indexOf(part));
  assert.ok(
    places.every((place) => place > 0),
    text,
  );
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
  );
});

test('what is needed is asked for dump by dump, in words for those who have no debugger open', () => {
  const text = mailAsPlainText(reportMail(CASE, twoDumps('en'), null));
  assert.match(text, /or send us the dumps themselves\.\n\nc1 0xd1\n\n {4}k\n/);
  assert.doesNotMatch(text, /no stack/);
});

test('it is signed, in Chinese with Chinese punctuation', () => {
  const text = mailAsPlainText(reportMail(CASE, twoDumps('zh'), '李雷'));
  assert.match(text, /此致敬礼\n\n李雷$/);
  assert.match(text, /- c1：0xd1。/);
  assert.doesNotMatch(text, /[\p{Script=Han}]\. |[\p{Script=Han}]: /u);
  assert.match(mailAsPlainText(reportMail(CASE, twoDumps('en'), null)), /Best regards$/);
});

test('Markdown shows symbols and addresses literally', () => {
  const text = mailAsMarkdown(reportMail({ ...CASE, title: 'nt!Ke_Bug *x*' }, twoDumps('en'), null));
  assert.match(text, /\*\*nt!Ke\\_Bug \\\*x\\\* – analysis\*\*/);
  assert.ok(text.includes('```\n*ffffda8a`c4ad8650 *Filt\n```'));
});

test('after the pastes are deleted the conclusions are still reported', () => {
  const title = { en: '0xd1 NAME', zh: '0xd1 NAME' };
  const crash = { id: 'c1', code: '0xd1', title, culprit: 'acmeflt.sys', confidence: 'high' as const };
  const summary = { crashes: [crash], groups: [] };
  const gone = after(after(CASE, { kind: 'dump-added', paste: 'p', summary }, AT), { kind: 'pastes-forgotten' }, AT);
  const text = mailAsPlainText(pastReportMail(gone, 'en', 'Wei'));
  assert.match(text, /no longer kept/);
  assert.match(text, /c1 0xd1 NAME: Suspect: acmeflt\.sys \(high confidence\)/);
});

test('dumps of which one was taken out are called by their names', () => {
  assert.match(analysed(['c1', 'c2', 'c3']).en, /3 crash dumps, called c1 to c3 below/);
  assert.match(analysed(['c1', 'c2', 'c4']).en, /3 crash dumps, called c1, c2, c4 below/);
  assert.match(analysed(['c1', 'c4']).zh, /以 c1、c4 表示/);
});
