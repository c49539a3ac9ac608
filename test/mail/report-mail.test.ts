import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import type { Language } from '#src/language/text.ts';
import { mailAsMarkdown } from '#src/mail/markdown.ts';
import { pastReportMail } from '#src/mail/past-report-mail.ts';
import { mailAsPlainText } from '#src/mail/plain-text.ts';
import { reportMail } from '#src/mail/report-mail.ts';
import { buildReply } from '#src/reply/build-reply.ts';
import { type DumpNames, dumpNames } from '#src/reply/dump-names.ts';
import { type Findings, findingsOf } from '#src/reply/findings.ts';
import type { CrashReply } from '#src/reply/reply.ts';
import { aReply } from '../cards/a-reply.ts';
import { aCase, after } from '../follow-ups/a-case.ts';
import { SHARED } from '../support/shared-folder.ts';

const AT = '2026-11-22T10:00:00.000Z';
const CASE = aCase(1, 'A', AT);
const KNOWLEDGE = loadKnowledge();
const THREAD = `${SHARED}case/thread.txt`;
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
const STEP = {
  title: 'Unbind it',
  text: 'In the console.',
  reason: 'Costs nothing.',
  commands: ['netcfg -s n'],
  undo: [],
};
const GROUP = {
  title: 'x',
  crashes: ['c1', 'c2'],
  dumps: [['c1'], ['c2']],
  culprit: 'acmeflt.sys',
  confidence: 'medium' as const,
  likely: [],
  verdict: 'c1, c2 have one cause: acmeflt.sys.',
  story: [],
  contributions: [],
  reasons: [],
  steps: [STEP],
};
const REASON = {
  en: 'c1 (0xd1), c2 (0x50): both end in 0x94fd.',
  zh: 'c1 (0xd1)、c2 (0x50)：都以 0x94fd 结尾。',
};
const NAMES: DumpNames = new Map([
  ['c1', { en: 'the dump of 2026-08-18 (0xd1)', zh: '2026-08-18 的转储（0xd1）' }],
  ['c2', { en: 'the 0x50 dump', zh: '0x50 的转储' }],
]);

/** Two dumps with one cause: the first tells nothing alone. */
function twoDumps(language: Language): Findings {
  const [sure] = aReply({}, { id: 'c2', title: '0x50 PAGE_FAULT', evidence: EVIDENCE }).crashes;
  const nextCommands = [
    { command: 'k', why: 'no stack' },
    { command: '!pool <address> 2', why: 'whose memory' },
    { command: 'lmvm acmeflt', why: 'which build' },
  ];
  const [silent] = aReply({}, { title: '0xd1 IRQL', verdict: UNKNOWN, nextCommands }).crashes;
  assert.ok(sure && silent);
  const build = { en: 'built 2020-06-23 03:10:42 UTC', zh: '构建时间 2020-06-23 03:10:42 UTC' };
  const facts = [{ en: 'Stop code 0xd1.', zh: '停止代码 0xd1。' }];
  return {
    reply: aReply({ language, groups: [{ ...GROUP, reasons: [REASON[language]] }], crashes: [silent, sure] }),
    names: NAMES,
    records: [
      {
        image: 'acmeflt.sys',
        vendor: null,
        builds: [build],
        dumps: [
          { id: 'c1', facts },
          { id: 'c2', facts },
        ],
      },
    ],
    vendorSteps: new Set(),
  };
}

const write = (language: Language, length: 'full' | 'short' = 'full') =>
  mailAsPlainText(reportMail(CASE, twoDumps(language), length, 'Wei'));

test('the first two sentences name the cause and the next step', () => {
  assert.match(
    write('en'),
    /^.*\n\nHello,\n\nBoth crashes have one cause; they point to the driver acmeflt\.sys \(medium confidence\)\. Next step: Unbind it\.\n\n== What to do ==/,
  );
  assert.match(
    write('zh'),
    /^.*\n\n您好：\n\n两次崩溃出自同一原因，可疑驱动为 acmeflt\.sys（.{1,8}）。建议的下一步：Unbind it。\n\n== 建议的操作 ==/,
  );
});

test('what to do comes before the analysis, and the facts for the vendor come last', () => {
  const headings = [...write('en').matchAll(/^== (?<title>.*) ==$/gm)].map((match) => match.groups?.title);
  assert.deepEqual(headings, [
    'What to do',
    'What the dumps show',
    'What they have in common',
    'Evidence: the 0x50 dump',
    'What does not fit: the 0x50 dump',
    'Why not the others',
    'What would make this surer',
    'Facts for the vendor',
  ]);
});

/** The report on a paste, as a customer gets it. */
function reportOn(text: string, language: Language): string {
  const pastes = [{ source: null, text }];
  const diagnosis = diagnose(pastes, KNOWLEDGE);
  return mailAsPlainText(
    reportMail(CASE, findingsOf(diagnosis, buildReply(diagnosis, pastes, language), KNOWLEDGE), 'full', null),
  );
}

test('of a program that stopped the first sentences say which one and whom to turn to', () => {
  const folder = new URL('../crashes/application-fault/', import.meta.url);
  const text = readFileSync(new URL('paste.txt', folder), 'utf8');
  assert.match(
    reportOn(text, 'en'),
    /\n\nHello,\n\nledger\.exe was stopped by exception .* not in a driver\. Next step: Take it to the maker of the program\.\n/,
  );
  const zh = reportOn(text, 'zh');
  assert.match(zh, /\n\nledger\.exe 停止运行，.*建议的下一步：联系该程序的开发商。\n/);
  assert.match(zh, /ledger\.exe 的转储。停止的是应用程序，Windows 仍在运行。/);
  assert.doesNotMatch(`${reportOn(text, 'en')}${zh}`, /accuse|归咎|read 0x0）/);
});

test('a day that was written in Chinese is told in the language of the mail', () => {
  const dump = (driver: string) =>
    `nt!KeBugCheckEx\nnt!ExFreePool+0x9\n${driver}!Take+0x12\nnt!KiStartSystemThread+0x28\n`;
  const text = `8月12日\n\n${dump('acmetape')}\n8月17号\n\n${dump('acmescan')}`;
  assert.match(reportOn(text, 'en'), /The dump of 12 August.*The dump of 17 August/s);
  assert.match(reportOn(text, 'zh'), /8 月 12 日的转储.*8 月 17 日的转储/s);
});

test('a dump is called by day, file, machine or stop code and never by our number', () => {
  const text = write('en');
  assert.match(text, /The dump of 2026-08-18 \(0xd1\): IRQL\./);
  assert.match(text, /The dump of 2026-08-18 \(0xd1\), the 0x50 dump: both end in 0x94fd\./);
  assert.match(write('zh'), /2026-08-18 的转储（0xd1）、0x50 的转储/);
  for (const mail of [text, write('zh'), write('en', 'short'), write('zh', 'short')]) {
    assert.doesNotMatch(mail, /\bc\d\b/);
  }
});

test('an accusation that several dumps share is not taken back by the dump that tells nothing alone', () => {
  const text = write('en');
  assert.match(text, /IRQL\. A driver touched .*Alone it does not show a cause; together with the others it does\./);
  assert.doesNotMatch(text, /Nobody is accused/);
});

test('for, against and against others are told apart, and the others are named', () => {
  const text = write('en');
  const parts = [
    '== Evidence: the 0x50 dump ==\n\nThe tag is theirs.\n\n    *ffffda8a`c4ad8650 *Filt',
    '== What does not fit: the 0x50 dump ==\n\nThe stack is without it.',
    '== Why not the others ==\n\nThe hardware: No memory error looks so.',
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

test('what is needed is asked for dump by dump, and nothing that only we can fill in or that another dump told', () => {
  const text = write('en');
  assert.match(text, /or send us the dumps themselves\.\n\n- The dump of 2026-08-18 \(0xd1\): k\n\n/);
  assert.doesNotMatch(text, /no stack|<address>|lmvm/);
});

test('where nobody is named the second sentence says what to send', () => {
  const nextCommands = [{ command: '!analyze -v', why: 'everything' }];
  const unknown = { culprit: 'unknown', confidence: 'low', againstAnalyze: null } as const;
  const of = (language: Language, sentence: string) =>
    mailAsPlainText(
      reportMail(
        CASE,
        { ...twoDumps(language), reply: aReply({ language }, { verdict: { ...unknown, sentence }, nextCommands }) },
        'short',
        null,
      ),
    );
  assert.match(
    of('en', 'Not enough evidence to name a cause yet. Nobody is accused.'),
    /does not show the cause of the crash yet\. To find it, please open the dump in WinDbg, run !analyze -v, and send/,
  );
  assert.match(
    of('zh', '停止的是应用程序。'),
    /停止的是应用程序。为查明原因，请在 WinDbg 中打开转储，运行 !analyze -v 并将输出发给我们/,
  );
});

test('the short form keeps the cause, the strongest reason and the first step, and quotes nothing', () => {
  const text = write('en', 'short');
  assert.match(text, /point to the driver acmeflt\.sys.*What this rests on:\n\n- The tag is theirs\..*netcfg -s n/s);
  assert.doesNotMatch(text, /Filt|Why not the others|Facts for the vendor/);
  assert.ok(text.length < write('en').length / 2);
});

test('it is signed, in Chinese on two lines and with Chinese punctuation', () => {
  const text = write('zh');
  assert.match(text, /\n\n此致\n敬礼！\n\nWei$/);
  assert.doesNotMatch(linked('zh'), /[\p{Script=Han}]\. |[\p{Script=Han}]: |[\p{Script=Han}][,;] /u);
  assert.match(mailAsPlainText(reportMail(CASE, twoDumps('en'), 'full', null)), /Best regards$/);
  assert.match(mailAsMarkdown(reportMail(CASE, twoDumps('zh'), 'full', null)), /此致 {2}\n敬礼！$/);
});

test('Markdown shows symbols and addresses literally', () => {
  const text = mailAsMarkdown(reportMail({ ...CASE, title: 'nt!Ke_Bug *x*' }, twoDumps('en'), 'full', null));
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
  assert.match(text, /0xd1 NAME: Suspect: acmeflt\.sys \(high confidence\)/);
  assert.doesNotMatch(text, /\bc1\b/);
});

/** Two stops of one driver; the first has its tag and one digit too few, the second its record. */
const LINKED = `Machine: LAB-07

0: kd> !analyze -v
DRIVER_IRQL_NOT_LESS_OR_EQUAL (d1)
Arguments:
Arg1: fffffffffffffe0, memory referenced
Arg2: 0000000000000002, IRQL
Arg3: 0000000000000000, value 0 = read operation, 1 = write operation
Arg4: fffff80e1c2a14fd, address which referenced memory
STACK_TEXT:
ffffd001\`20a4f8a8 fffff800\`1d9d2a69 : 00000000\`0000000a ffffffff\`ffffffe0 00000000\`00000002 00000000\`00000000 : nt!KeBugCheckEx
ffffd001\`20a4f8b0 fffff800\`1d9d0d47 : 00000000\`00000000 00000000\`00000000 00000000\`00000000 00000000\`00000000 : nt!KiBugCheckDispatch+0x69
ffffd001\`20a4f9f0 fffff80e\`1c2a14fd : 00000000\`00000000 00000000\`00000000 00000000\`00000000 00000000\`00000000 : nt!KiPageFault+0x247
ffffd001\`20a4fb80 fffff80e\`1c2a2010 : 00000000\`00000000 00000000\`00000000 00000000\`00000000 00000000\`00000000 : acmeflt+0x14fd
MODULE_NAME: acmeflt
IMAGE_NAME:  acmeflt.sys

Machine: LAB-09

2: kd> !analyze -v
PAGE_FAULT_IN_NONPAGED_AREA (50)
Arguments:
Arg1: ffffffffffffffe0, memory referenced.
Arg2: 0000000000000000, value 0 = read operation, 1 = write operation.
Arg3: fffff80557b514fd, If non-zero, the instruction address which referenced the bad memory address.
Arg4: 0000000000000002, (reserved)
STACK_TEXT:
ffffc20a\`5be2e6a8 fffff802\`7c41c2ba : 00000000\`00000050 ffffffff\`ffffffe0 00000000\`00000000 ffffc20a\`5be2e950 : nt!KeBugCheckEx
ffffc20a\`5be2e7b0 fffff805\`57b514fd : 00000000\`00000000 00000000\`00000000 00000000\`00000000 00000000\`00000000 : nt!KiPageFault+0x35e
ffffc20a\`5be2e950 fffff805\`57b52010 : 00000000\`00000000 00000000\`00000000 00000000\`00000000 00000000\`00000000 : acmeflt+0x14fd
MODULE_NAME: acmeflt
IMAGE_NAME:  acmeflt.sys

2: kd> lmvm acmeflt
start             end                 module name
fffff805\`57b50000 fffff805\`57b60000   acmeflt   (no symbols)
    Image path: \\SystemRoot\\System32\\drivers\\acmeflt.sys
    Image name: acmeflt.sys
    Timestamp:        Mon Jun  6 10:21:40 2022 (629DD1A4)
    CheckSum:         0001A2B3
    ImageSize:        00010000
`;

function linked(language: Language, length: 'full' | 'short' = 'full'): string {
  const pastes = [{ source: null, text: LINKED }];
  const diagnosis = diagnose(pastes, KNOWLEDGE);
  return mailAsPlainText(
    reportMail(CASE, findingsOf(diagnosis, buildReply(diagnosis, pastes, language), KNOWLEDGE), length, null),
  );
}

test('a step that is a question ends with its own mark, and what is to be filled in is Chinese in a Chinese mail', () => {
  const step = { ...STEP, title: '这是一次测试吗？', commands: ['pnputil /delete-driver <InstanceId>'] };
  const reply = aReply({ language: 'zh' }, { steps: [step] });
  const text = mailAsPlainText(reportMail(CASE, { ...twoDumps('zh'), reply }, 'full', null));
  assert.match(text, /建议的下一步：这是一次测试吗？\n/);
  assert.match(text, /\n这是一次测试吗？In the console/);
  assert.match(text, /<设备实例 ID>/);
});

test('the vendor is told the facts of every linked dump, and which value is damaged', () => {
  const text = linked('en');
  const facts = text.slice(text.indexOf('== Facts for the vendor =='));
  assert.match(facts, /acmeflt\.sys: built 2022-06-06 10:\d\d:\d\d UTC, checksum 0x1a2b3, image size 0x10000/);
  assert.match(
    facts,
    /LAB-07.*Stop code 0xd1 .*\(0xfffffffffffffe0 \[damaged when copied; likely 0xffffffffffffffe0\]/,
  );
  assert.match(facts, /LAB-09.*Stop code 0x50 .*\(0xffffffffffffffe0, 0x0, 0xfffff80557b514fd, 0x2\)/);
  const zh = linked('zh');
  assert.match(zh, /== 供厂商参考的信息 ==\n\nacmeflt\.sys：构建时间 2022-06-06 10:\d\d:\d\d UTC，校验和 0x1a2b3/);
  assert.match(zh, /\[复制时已损坏，可能的原值为 0xffffffffffffffe0\]/);
});

test('a step that would tell the vendor of one dump refers to the facts of all', () => {
  assert.match(linked('en'), /Involve the vendor: the maker of acmeflt\.sys\. Everything that they need/);
  assert.doesNotMatch(linked('en'), /Send this to|A Windows machine stops/);
  assert.match(linked('zh'), /联系厂商（acmeflt\.sys 的厂商）：/);
});

test('no customer reads of pastes, of our numbers or of what was damaged on its way to us', () => {
  for (const language of ['en', 'zh'] as const) {
    for (const length of ['full', 'short'] as const) {
      const mail = linked(language, length);
      const toCustomer = mail.split(/== (?:Facts for the vendor|供厂商参考的信息) ==/)[0] ?? '';
      assert.ok(toCustomer.length > 200);
      assert.doesNotMatch(toCustomer, /paste|粘贴|damaged|已损坏|\bc[1-9]\b|likely form|可能的原值/i);
    }
  }
});

test('what people call a dump reads as a name where it is one, and is quoted where it is not', () => {
  const named = (first: string, second: string, language: Language) => {
    const dump = (tag: string) => `1: kd> !analyze -v\n${tag}\nArguments:\nArg1: 0000000000000000\n\n`;
    const text = `${first}\n\n${dump('IRQL_NOT_LESS_OR_EQUAL (a)')}\n${second}\n\n${dump('PAGE_FAULT_IN_NONPAGED_AREA (50)')}`;
    const { crashes } = diagnose([{ source: null, text }], KNOWLEDGE);
    return [...dumpNames({ crashes }).values()].map((name) => name[language]);
  };
  assert.deepEqual(named("Here is Monday's dump:", 'The dump from LAB-07:', 'en'), [
    "Monday's dump (0xa)",
    'the dump from LAB-07 (0x50)',
  ]);
  assert.deepEqual(named('这是8月12日的转储：', '周三', 'zh'), ['8月12日的转储（0xa）', '周三的转储（0x50）']);
  assert.deepEqual(
    named('Dump 1: night shift', 'It came again on Thursday when the backup of the second server ran', 'en'),
    ['the dump "Dump 1: night shift" (0xa)', 'the dump of Thursday (0x50)'],
  );
});

test('of several dumps the mail keeps what convinces, and quotes no line twice', {
  skip: !existsSync(THREAD) && 'no ../shared here',
}, () => {
  const pastes = [{ source: null, text: readFileSync(THREAD, 'utf8') }];
  const diagnosis = diagnose(pastes, KNOWLEDGE);
  for (const language of ['en', 'zh'] as const) {
    const text = mailAsPlainText(
      reportMail(CASE, findingsOf(diagnosis, buildReply(diagnosis, pastes, language), KNOWLEDGE), 'full', null),
    );
    assert.equal(text.match(/^ {4}nwifi!Dot11SendCompletion\+0x4b$/gm)?.length, 1);
    assert.ok(text.split('\n').length < 105, language);
  }
});
