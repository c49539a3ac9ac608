import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';

/** Somebody who tells of two or three crashes of a machine, and texts that merely name several stops. */

const knowledge = loadKnowledge();

function toldBy(text: string): string[] {
  return diagnose([{ source: null, text }], knowledge).crashes.map(({ crash, bugcheck }) => {
    const leads = crash.facts.toldDrivers.map(({ image, how }) => ` ${image} ${how}`);
    return `${crash.bugcheck?.code ?? bugcheck?.code ?? '-'}${leads.join('')}`;
  });
}

const SEVERAL: readonly [text: string, expected: readonly string[]][] = [
  ['Hi, the dump of Friday shows bugcheck 0xD1, the one of today 0x50. Both times our backup ran.', ['0xd1', '0x50']],
  ['Our file server went down twice: on Tuesday with 0x1A, on Friday with 0x7E.', ['0x1a', '0x7e']],
  ['My laptop crashed three times this week. First it was 0x3B, then KMODE_EXCEPTION_NOT_HANDLED.', ['0x3b', '0x1e']],
  ['I keep getting MEMORY_MANAGEMENT and BAD_POOL_HEADER blue screens on my desktop.', ['0x1a', '0x19']],
  ['My PC stops several times a day.\n1st crash: BAD_POOL_HEADER\n2nd crash: MEMORY_MANAGEMENT', ['0x19', '0x1a']],
  ['Unser Kassenrechner ist zweimal abgestürzt, gestern mit 0x9F und heute mit 0x133.', ['0x9f', '0x133']],
  ['Mi servidor se reinició dos veces: ayer con 0x50 y hoy con 0xD1.', ['0x50', '0xd1']],
  ['Наш сервер упал два раза, вчера 0x00000050, сегодня 0x0000000a.', ['0x50', '0xa']],
  ['我的电脑今天蓝屏两次，第一次 0x139，第二次 0x13a。', ['0x139', '0x13a']],
  [
    'Had 2 crashes today. First one: PAGE_FAULT_IN_NONPAGED_AREA, second one: IRQL_NOT_LESS_OR_EQUAL. Any ideas?',
    ['0x50', '0xa'],
  ],
  ['The minidumps from Monday (0x1E), Tuesday (0xA) are attached, machine is a Dell 5820.', ['0x1e', '0xa']],
  [
    'Reliability monitor on my desktop lists two errors from yesterday: LiveKernelEvent code 117 and LiveKernelEvent code 141.',
    ['0x117', '0x141'],
  ],
  ['昨日からPCが2回落ちました。1回目は0x1A、2回目は0x50でした。', ['0x1a', '0x50']],
];

for (const [text, expected] of SEVERAL) {
  test(`tells of several crashes: ${text.slice(0, 60)}`, () => {
    assert.deepEqual(toldBy(text), expected);
  });
}

test('a driver is of the crash in whose line it stands, and of none for sure where several stand there', () => {
  const lines = 'My PC crashed twice.\nFirst crash: 0x50\nSecond crash: 0xD1, caused by acmenet.sys';
  assert.deepEqual(toldBy(lines), ['0x50', '0xd1 acmenet.sys blamed']);
  const line = 'My PC crashed twice, with 0x50 and with 0xD1, caused by acmenet.sys.';
  assert.deepEqual(toldBy(line), ['0x50 acmenet.sys mentioned', '0xd1 acmenet.sys mentioned']);
});

test('a name that belongs to another code is a slip where one crash is told of', () => {
  assert.deepEqual(toldBy('My PC shows IRQL_NOT_LESS_OR_EQUAL, 0xD1, since Monday.'), ['0xd1']);
});

test('the same stop told again is the same crash', () => {
  assert.deepEqual(toldBy('My PC crashed twice. Today it was 0x50 again.\nYesterday 0x50, too.'), ['0x50']);
});

const NONE: readonly string[] = [
  'Analysed 0x9F and 0x133 crashes for customers in retail and finance.',
  'Curriculum vitae\n- debugged 0x50 and 0x7E crashes for enterprise customers\n- wrote the course on PAGE_FAULT_IN_NONPAGED_AREA',
  'Our tool repairs 0x50 and 0x7E on your computer with one click.',
  'I read that our model stops with 0x50 or 0x7E after the patch, should we wait?',
  'We saw 0x50, 0x7E, 0x9F and 0x133 on our machines over the years.',
  'Added unit tests for 0x9F and DRIVER_POWER_STATE_FAILURE, our build server is green again.',
  'My thermostat shows error 0x50 since the update.',
  'Mein Drucker zeigt nach dem Einschalten den Fehler 0x50.',
  'Regards\nAda Ngo | BSOD specialist | 0x7B or not 0x7B',
];

for (const text of NONE) {
  test(`tells of none: ${text.slice(0, 60)}`, () => {
    assert.deepEqual(toldBy(text), []);
  });
}

const SCREEN = '*** STOP: 0x0000009F (0x00000003,0x86B5A890,0x82967AE0,0x85F31008)';

test('a stop that is told of another day than the one that is printed is a crash of its own, with its driver', () => {
  const told = 'Yesterday my till bluescreened with stop code 0xD1 in acmetill.sys.';
  assert.deepEqual(toldBy(`${told}\n\n${SCREEN}`), ['0x9f', '0xd1 acmetill.sys blamed']);
  const messages = [
    { source: null, text: told },
    { source: null, text: SCREEN, follows: true },
  ];
  const crashes = diagnose(messages, knowledge).crashes.map(({ crash, judgement }) => [
    crash.bugcheck?.code,
    judgement.verdict.culprit,
  ]);
  assert.deepEqual(crashes, [
    ['0xd1', 'acmetill.sys'],
    ['0x9f', 'unknown'],
  ]);
});

test('a stop of which nobody says that it was his, or a short form of the printed name, is no other crash', () => {
  assert.deepEqual(toldBy(`A stop 0x50 would have been worse.\n\n${SCREEN}`), ['0x9f']);
  const header = 'DRIVER_IRQL_NOT_LESS_OR_EQUAL (d1)\nArguments:\nArg1: ffffc40812345000, memory\nArg2: 2, IRQL';
  assert.deepEqual(toldBy(`My till bluescreened with IRQL_NOT_LESS_OR_EQUAL today.\n\n0: kd> !analyze -v\n${header}`), [
    '0xd1',
  ]);
  assert.deepEqual(toldBy('I put the index (55) of the service into the source and my PC got a BSOD.'), []);
});
