import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Line } from '#src/diagnosis/intake/line.ts';
import { readLines } from '#src/diagnosis/intake/read-lines.ts';
import { runSteps, STEPS } from '#src/diagnosis/intake/steps.ts';

const ROW =
  "ffffd000'1234a0e8 fffff801'3ed59513 : 00000000'00000001 00000000'00000002 00000000'00000003 : acmeflt!Send+0x4b";
const FIELDS = [
  'PAGE_FAULT_IN_NONPAGED_AREA (50)',
  'Invalid system memory was referenced.',
  'Arguments:',
  'Arg1: fffff80000000008, memory referenced.',
  'Arg2: 0000000000000000, value 0 = read operation',
  'PROCESS_NAME:  acmesvc.exe',
];

/** What each step is for, in the smallest paste that shows it. */
const DAMAGES: Readonly<Record<string, string>> = {
  'unfold strings of JSON': JSON.stringify({ output: FIELDS.map((line) => `> ${line}`).join('\n') }),
  'join where invisible characters counted': wrap(
    rows((row, at) => row.replace(':', `:${'\u200b'.repeat((at * 7) % 20)}`)),
    70,
  ),
  'clean characters': 'nt！KeBugCheckEx',
  'unfold a screen in a log': 'vcpu-0| WinBSOD: ( 1) `*** STOP: 0x000000D1`',
  'undo spacing': FIELDS.map((line) => `    ${line}`).join('\n'),
  'strip prefixes': FIELDS.map((line) => `> ${line}`).join('\n'),
  'unwrap code spans': FIELDS.map((line) => `\`${line}\``).join('\n'),
  'strip prefixes within code spans': FIELDS.map((line) => `\`> ${line}\``).join('\n'),
  'unfold strings of JSON behind prefixes': [
    '{',
    '  "stop_code": "0xd1",',
    '  "parameters": ["0x18", "0x2", "0x1"]',
    '}',
  ]
    .map((line) => `> ${line}`)
    .join('\n'),
  'strip emphasis': 'caused by **acmeflt.sys**',
  'unwrap list items': '* Stop code: `ACME_STOP`',
  'unfold a report file': 'EventType=BlueScreen\nSig[0].Name=Code\nSig[0].Value=d1',
  'join wrapped and escaped lines': 'BUGCHECK\\_STR: 0x1e\n\\*\\*\\* x',
  'join wrapped lines': wrap(
    rows((row) => row),
    70,
  ),
  'unwrap code spans of joined lines': wrap(
    rows((row) => `\`${row}\``),
    70,
  ),
  'repair values': 'Bugcheck Ox1e',
  'restore colons': 'PROCESS_NAME  acme.exe',
  'part glued starts': `${FIELDS.slice(3).join('').repeat(3)}BUGCHECK_STR: 0x50SYMBOL_NAME: acmeflt+20`,
  'part glued fields': '4055 push rbpBUGCHECK_STR: 0x116PROCESS_NAME: SystemCURRENT_IRQL: 0',
  'break joined lines': FIELDS.join(' '),
  'trim ends': 'acmeflt   ',
  'join labels with files': 'What failed:\n\nacmeflt.sys',
  'join parted frames': `03 ffffd000'1234a0e8 fffff801'3ed59513 :\n00000000'00000001 : acmeflt!Send+0x4b`,
};

test('every step is needed: without it the paste that it is for is read otherwise', () => {
  assert.deepEqual(
    STEPS.map(({ name }) => name),
    Object.keys(DAMAGES),
  );
  for (const step of STEPS) {
    const paste = DAMAGES[step.name] ?? '';
    const others = STEPS.filter((one) => one !== step);
    assert.notDeepEqual(readLines(paste, others).lines, readLines(paste).lines, step.name);
  }
});

test('a step is run where the paste shows what it needs, and only there', () => {
  for (const step of STEPS.filter(({ needs }) => needs !== undefined)) {
    let runs = 0;
    const counting = (lines: readonly Line[]) => {
      runs += 1;
      return step.run(lines);
    };
    const counted = STEPS.map((one) => (one === step ? { ...one, run: counting } : one));
    const without = step.name === 'join wrapped lines' ? 'a\\_b IMAGE\\_NAME: x' : FIELDS.join('\n');
    readLines(without, counted);
    assert.equal(runs, 0, `${step.name} without its need`);
    readLines(DAMAGES[step.name] ?? '', counted);
    assert.equal(runs, 1, `${step.name} with its need`);
  }
});

test('a step whose need is what another changed hears of it only where that one changed something', () => {
  const heard: boolean[] = [];
  const shape = { holdsInvisible: false, isEscaped: false };
  const last = {
    name: 'second',
    because: '',
    needs: (_shape: unknown, _lines: unknown, changed: ReadonlySet<string>) => heard.push(changed.has('first')) < 0,
    run: () => assert.fail('its need is never met'),
  };
  const line = { text: 'x', lines: [1, 1] as const };
  runSteps([line], shape, [{ name: 'first', because: '', run: (lines) => lines }, last]);
  runSteps([line], shape, [{ name: 'first', because: '', run: () => [] }, last]);
  assert.deepEqual(heard, [false, true]);
});

function rows(change: (row: string, at: number) => string): string {
  return Array.from({ length: 12 }, (_, at) => change(`${at.toString(16).padStart(2, '0')} ${ROW}`, at)).join('\n');
}

/** As a mail cuts lines, wherever the width ends. */
function wrap(text: string, width: number): string {
  return text.replace(new RegExp(`(?<part>.{${width}})(?=.)`, 'g'), '$<part>\n');
}
