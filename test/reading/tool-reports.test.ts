import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';

const WHO_CRASHED = [
  'On Tue 2024-03-12 20:14:33 your computer crashed or a problem was reported',
  '',
  'Crash dump file:\tC:\\WINDOWS\\Minidump\\031224-9843-01.dmp (Minidump)',
  'Bugcheck code:\t0x9F(0x3, 0xFFFFB10A11C25DF0, 0xFFFFF8033A217150, 0xFFFFD60724D54000)',
  'Bugcheck name:\tDRIVER_POWER_STATE_FAILURE',
  'Driver or module in which error occurred:\tacmewl.sys (acmewl+0x21f3c)',
  'File path:\tC:\\WINDOWS\\system32\\drivers\\acmewl.sys',
];

const DAMAGES: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  'without its tabs': (text) => text.replaceAll('\t', ' '),
  quoted: (text) => text.replace(/^/gm, '> '),
  'in a list': (text) => text.replace(/^(?=[BCDF])/gm, '- '),
};

for (const [name, damage] of Object.entries(DAMAGES)) {
  test(`reads a report of WhoCrashed, ${name}`, () => {
    const { crashes } = diagnose([{ source: null, text: damage(WHO_CRASHED.join('\n')) }], loadKnowledge());
    const [first] = crashes;
    assert.equal(crashes.length, 1);
    assert.deepEqual(
      [first?.crash.bugcheck?.code, first?.crash.bugcheck?.name, first?.crash.bugcheck?.args[3]],
      ['0x9f', 'DRIVER_POWER_STATE_FAILURE', '0xffffd60724d54000'],
    );
    assert.deepEqual(
      first?.judgement.suspects.map(({ driver }) => driver),
      ['acmewl.sys'],
    );
  });
}

const DT = [
  '1: kd> dt nt!_DRIVER_OBJECT 0xffffb10a`0a1b2c30',
  '   +0x000 Type             : 0n4',
  '   +0x008 DeviceObject     : 0xffffb10a`11c25df0 _DEVICE_OBJECT',
  '   +0x018 DriverStart      : 0xfffff803`2b7f0000 Void',
  '   +0x038 DriverName       : _UNICODE_STRING "\\Driver\\acmedisp"',
];
const DX = [
  '1: kd> dx -r1 (*((nt!_DRIVER_OBJECT *)0xffffb10a0a1b2c30))',
  '    [+0x008] DeviceObject     : 0xffffb10a11c25df0 : Device for "\\Driver\\acmedisp" [Type: _DEVICE_OBJECT *]',
  '    [+0x038] DriverName       : "\\Driver\\acmedisp" [Type: _UNICODE_STRING]',
];

for (const rows of [DT, DX, DT.map((row) => `> ${row}`), DT.map((row) => row.replaceAll(/ {2,}/g, ' '))]) {
  test(`follows a driver object to its driver: ${rows[0]}`, () => {
    const { crashes } = diagnose([{ source: null, text: rows.join('\n') }], loadKnowledge());
    const devices = crashes[0]?.crash.facts.devices ?? [];
    assert.deepEqual(
      devices.map(({ driver }) => driver),
      ['\\Driver\\acmedisp'],
    );
  });
}

test('the first device of a driver object is one of that driver', () => {
  const { crashes } = diagnose([{ source: null, text: DT.join('\n') }], loadKnowledge());
  assert.equal(crashes[0]?.crash.facts.devices[0]?.device, '0xffffb10a11c25df0');
});

test('reads a process whose first line is its address alone', () => {
  const text = [
    '2: kd> !process -1 0',
    'PROCESS ffff8f8e9af25080',
    '    SessionId: 1  Cid: 1a2c    Peb: 00e10000  ParentCid: 0a10',
    '    DirBase: 1aa002  ObjectTable: ffff8f8e9af25090  HandleCount: 548.',
    '    Image: acmeapp.exe',
  ].join('\n');
  const { crashes } = diagnose([{ source: null, text }], loadKnowledge());
  assert.deepEqual(
    crashes[0]?.crash.facts.threads.map(({ process, lines }) => [process, lines]),
    [['acmeapp.exe', [2, 5]]],
  );
});

test('an analysis below a command that printed nothing has its stack', () => {
  const text = [
    '2: kd> ln 2a32470',
    '',
    'and this is the blue screen:',
    'DRIVER_IRQL_NOT_LESS_OR_EQUAL (d1)',
    'Arguments:',
    'Arg1: 00000010, memory referenced',
    'STACK_TEXT:  ',
    '807cf8ac 8b567201 85bed008 00000010 00000002 tcpip!TcpTcbSend+0x20f',
    '807cf8e0 00000000 85bed008 00000000 00000000 acmeflt!Read+0x6c',
    '',
    'STACK_COMMAND:  kb',
  ].join('\n');
  const { crashes } = diagnose([{ source: null, text }], loadKnowledge());
  assert.equal(crashes[0]?.crash.stack?.frames.length, 2);
});

test('a tool that explains the stops it reports is no lecture', () => {
  const text = [
    'On Mon 03.02.2025 18:20:11 your computer crashed or a problem was reported',
    'crash dump file: C:\\Windows\\Minidump\\020325-9015-01.dmp',
    'Bugcheck code: 0xD1 (0x28, 0x2, 0x0, 0xFFFFF80112345678)',
    'Error: DRIVER_IRQL_NOT_LESS_OR_EQUAL',
    'Bug check description: This indicates that a driver used an improper address. It is usually caused by a driver.',
    'This problem might typically be caused by a software problem. In most cases this means that a driver is too old.',
  ].join('\n');
  const [only, ...others] = diagnose([{ source: null, text }], loadKnowledge()).crashes;
  assert.deepEqual([only?.crash.bugcheck?.code, others.length], ['0xd1', 0]);
});
