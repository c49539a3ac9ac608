import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';

/** Windows records the end of a program as event 1000: an application stopped, and no driver is to be changed for it. */

const knowledge = loadKnowledge();

function crashesOf(text: string) {
  return diagnose([{ source: null, text }], knowledge).crashes.map(({ crash }) => crash);
}

function faultsOf(text: string) {
  const { crashes, warnings } = diagnose([{ source: null, text }], knowledge);
  assert.deepEqual(crashes, []);
  return warnings.flatMap(({ instead, text: { en } }) =>
    instead ? [/: (?<what>\S+, exception \S+ in \S+)\. No driver/.exec(en)?.groups?.what] : [],
  );
}

const EVENT = `Faulting application name: ledger.exe, version: 4.2.0.17, time stamp: 0x65a1b2c3
Faulting module name: ledgerui.dll, version: 4.2.0.17, time stamp: 0x65a1b2c4
Exception code: 0xc0000005
Fault offset: 0x000000000001f2a0`;

test('event 1000 is the end of a program and no crash of the machine', () => {
  assert.deepEqual(faultsOf(`The ledger closes by itself every morning.\n\n${EVENT}`), [
    'ledger.exe, exception 0xc0000005 in ledgerui.dll',
  ]);
});

test('its lines may stand in another order, and a value below its label', () => {
  const text = `Faulting application path: C:\\Ledger\\ledger.exe
Report Id: 6f0c2c52-5b1a-4d0e-9a53-0d6f5b0f9f11
Faulting application name: ledger.exe, version: 4.2.0.17
Faulting module name: KERNELBASE.dll, version: 10.0.19041.1
Exception code:
0xe06d7363`;
  assert.deepEqual(faultsOf(text), ['ledger.exe, exception 0xe06d7363 in KERNELBASE.dll']);
});

test('so it is in other languages, and as the signature of a report', () => {
  const german = `Name der fehlerhaften Anwendung: ledger.exe, Version: 4.2.0.17
Name des fehlerhaften Moduls: ntdll.dll, Version: 10.0.19041.1
Ausnahmecode: 0xc0000374`;
  const chinese =
    '错误应用程序名称: ledger.exe，版本: 4.2.0.17\n错误模块名称: ntdll.dll，版本: 10.0\n异常代码: 0xc0000374';
  const signature = `Problem Event Name: APPCRASH
Application Name: ledger.exe
Fault Module Name: ntdll.dll
Exception Code: c0000374`;
  for (const text of [german, chinese, signature]) {
    assert.deepEqual(faultsOf(text), ['ledger.exe, exception 0xc0000374 in ntdll.dll']);
  }
});

test('and as XML, whose values may have no names', () => {
  const values = ['ledger.exe', '1.7.4.0', '5b25c57b', 'ntdll.dll', '10.0.1.1', '5b25c57c', 'c0000374', '000336cd'];
  const rows = values.map((value) => `<Data>${value}</Data>`);
  for (const xml of [rows.join(' \n'), rows.join(''), rows.join('\n').replace('<Data>', '<Data Name="AppName">')]) {
    assert.deepEqual(faultsOf(`<EventData>\n${xml}\n</EventData>`), ['ledger.exe, exception 0xc0000374 in ntdll.dll']);
  }
});

test('beside a blue screen it is what happened to a program before, and no crash of its own', () => {
  const [crash, ...others] = crashesOf(
    `My PC showed a blue screen yesterday, stop code MEMORY_MANAGEMENT. In the log before it:\n\n${EVENT}`,
  );
  assert.deepEqual([crash?.kind, crash?.bugcheck?.name, others.length], ['kernel', 'MEMORY_MANAGEMENT', 0]);
});

const NONE: readonly string[] = [
  'Application Name: ledger.exe\nVersion: 4.2\nPublisher: Ledger Works',
  '<Data>ledger.exe</Data>\n<Data>4.2</Data>\n<Data>c0000005</Data>',
  'The faulting application was ledger.exe, but I have no log.',
];

for (const text of NONE) {
  test(`is none: ${text.slice(0, 40)}`, () => assert.deepEqual(faultsOf(text), []));
}
