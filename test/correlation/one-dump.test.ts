import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import type { Diagnosis } from '#src/diagnosis/diagnosis.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { buildReply } from '#src/reply/build-reply.ts';
import { analyze, CRASH_TOP, stackText, THREAD_END } from '../verdict/debugger-text.ts';

const knowledge = loadKnowledge();

const ARGS = ['28', '2', '0', 'fffff80763a1b7c4'] as const;
const STACK = stackText(
  ...CRASH_TOP,
  'acmewl6+0x6b7c4',
  'acmewl6+0x7c010',
  'ndis!ndisInterruptDpc+0x1b2',
  ...THREAD_END,
);
const ANALYSIS = `${analyze('d1', [...ARGS])}${STACK}IMAGE_NAME:  acmewl6.sys\n`;

interface View {
  readonly day?: string;
  readonly file?: string;
  readonly args?: readonly string[];
  readonly driver?: string;
}

/** What three tools print of one dump. */
function viewer({
  day = '25',
  file = `11${day}26-9843-01.dmp`,
  args = ARGS,
  driver = 'acmewl6.sys',
}: View = {}): string {
  return `==================================================
Dump File         : ${file}
Crash Time        : ${day}.11.2026 09:11:02
Bug Check String  : DRIVER_IRQL_NOT_LESS_OR_EQUAL
Bug Check Code    : 0x000000d1
${args.map((arg, at) => `Parameter ${at + 1}       : ${arg.padStart(16, '0').replace(/(?=.{8}$)/, '`')}\n`).join('')}Caused By Driver  : ${driver}
Caused By Address : ${driver}+6b7c4
==================================================
`;
}

function analyser({ file = '112526-9843-01.dmp', args = ARGS }: View = {}): string {
  const values = args.length === 0 ? '' : ` (${args.map((arg) => `0x${arg.toUpperCase()}`).join(', ')})`;
  return `On Wed 25.11.2026 09:11:02 your computer crashed or a problem was reported
crash dump file: C:\\Windows\\Minidump\\${file}
This was probably caused by the following module: acmewl6.sys (acmewl6+0x6B7C4)
Bugcheck code: 0xD1${values}
Error: DRIVER_IRQL_NOT_LESS_OR_EQUAL
`;
}

function event(file = 'C:\\Windows\\Minidump\\112526-9843-01.dmp'): string {
  return `Event ID:      1001
The computer has rebooted from a bugcheck.  The bugcheck was: 0x000000d1 (${ARGS.map((arg) => `0x${arg}`).join(', ')}). A dump was saved in: ${file}.
`;
}

function inFiles(...texts: readonly string[]): Diagnosis {
  return diagnose(
    texts.map((text, at) => ({ source: `${at}.txt`, text })),
    knowledge,
  );
}

/** As the messages of a case are read: one count of lines. */
function inCase(...texts: readonly string[]): Diagnosis {
  let before = 0;
  const pastes = texts.map((text) => {
    const paste = { source: null, text: '\n'.repeat(before) + text };
    before += text.split('\n').length;
    return paste;
  });
  return diagnose(pastes, knowledge);
}

const RANK = ['low', 'medium', 'high'];

test('views of one dump in several files are one dump, as sure as the surest of them', () => {
  const views = [ANALYSIS, viewer(), analyser(), event()];
  const [alone] = inFiles(ANALYSIS).crashes;
  for (const texts of [views, views.toReversed(), [viewer(), ANALYSIS], [event(), ANALYSIS]]) {
    const { crashes, groups } = inFiles(...texts);
    assert.equal(groups.length, 1);
    assert.deepEqual(groups[0]?.dumps.length, 1);
    assert.equal(groups[0]?.dumps[0]?.length, texts.length);
    assert.equal(groups[0]?.culprit, 'acmewl6.sys');
    assert.equal(groups[0]?.confidence, alone?.judgement.verdict.confidence);
    const surest = Math.max(...crashes.map(({ judgement }) => RANK.indexOf(judgement.verdict.confidence)));
    assert.ok(RANK.indexOf(groups[0]?.confidence ?? '') >= surest);
  }
});

test('what is said of one dump counts it once, in both languages, and asks for nothing that another view shows', () => {
  const texts = [viewer(), ANALYSIS, analyser()];
  const diagnosis = inFiles(...texts);
  const pastes = texts.map((text, at) => ({ source: `${at}.txt`, text }));
  const reply = buildReply(diagnosis, pastes, 'en');
  assert.match(reply.summary, /^One dump in several parts: acmewl6\.sys/);
  assert.match(reply.groups[0]?.verdict ?? '', /^c1–c3 are one dump: acmewl6\.sys/);
  assert.match(buildReply(diagnosis, pastes, 'zh').groups[0]?.verdict ?? '', /^c1–c3 是同一个转储：/);
  assert.doesNotMatch(reply.groups[0]?.title ?? '', /×/);
  assert.deepEqual(
    reply.crashes.map(({ nextCommands }) => nextCommands.length > 0),
    [false, reply.crashes[1]?.nextCommands.length !== 0, false],
  );
});

test('views of one dump in several messages of a case are one crash with all their places', () => {
  const { crashes } = inCase(ANALYSIS, viewer(), analyser(), event());
  assert.equal(crashes.length, 1);
  assert.equal(crashes[0]?.crash.mentions.length, 4);
  assert.equal(crashes[0]?.judgement.verdict.confidence, inFiles(ANALYSIS).crashes[0]?.judgement.verdict.confidence);
});

test('the name of the dump makes views one that print no arguments', () => {
  const pair = [viewer(), analyser({ args: [] })];
  assert.equal(inCase(...pair).crashes.length, 1);
  assert.deepEqual(
    inFiles(...pair).groups.map(({ dumps }) => dumps),
    [[['c1', 'c2']]],
  );
  const renamed = [viewer({ file: 'SRV-7_112526-9843-01.dmp' }), analyser()];
  assert.equal(inCase(...renamed).crashes.length, 1);
});

test('two dumps with one code stay two, with whatever name or time they have', () => {
  const others: readonly (readonly string[])[] = [
    [viewer(), viewer({ day: '26', args: ['28', '2', '0', 'fffff80321b1b7c4'] })],
    [viewer({ args: [] }), viewer({ day: '26', args: [] })],
    [analyser({ args: [] }), analyser({ args: [], file: '112626-7777-01.dmp' })],
    [viewer({ file: 'Mini112526-01.dmp' }), viewer({ file: 'Mini112526-02.dmp' })],
  ];
  for (const texts of others) {
    assert.equal(inCase(...texts).crashes.length, 2, texts.join(''));
    assert.ok(inFiles(...texts).groups.every(({ dumps }) => dumps.length === 2));
  }
});

test('a fault that comes again with the same arguments stays two dumps, in one paste, in messages and in files', () => {
  const rows = [viewer(), viewer({ day: '26' })];
  assert.equal(inCase(rows.join('')).crashes.length, 2);
  assert.equal(inCase(...rows).crashes.length, 2);
  // The analysis is of either, and ties the two to no one dump.
  assert.equal(inCase(ANALYSIS, ...rows).crashes.length, 2);
  assert.deepEqual(
    inFiles(ANALYSIS, ...rows).groups.map(({ dumps }) => dumps),
    [[['c1', 'c2'], ['c3']]],
  );
  assert.equal(inCase([event(), event('C:\\Windows\\Minidump\\112626-7777-01.dmp')].join('\n')).crashes.length, 2);
});

test('a viewer that names somebody else in a dump whose analysis is shown makes nobody unsure, and nobody sure', () => {
  const { groups } = inFiles(ANALYSIS, viewer({ driver: 'acmeflt.sys' }));
  assert.equal(groups[0]?.culprit, 'acmewl6.sys');
  const open = `${analyze('d1', [...ARGS])}${stackText(...CRASH_TOP, 'nt!KeSetEvent+0x11', ...THREAD_END)}`;
  const [group] = inFiles(open, viewer({ driver: 'acmeflt.sys', args: ['28', '2', '0', 'fffff80763a1b7c4'] })).groups;
  assert.notEqual(group?.confidence, 'high');
});
