import assert from 'node:assert/strict';
import { test } from 'node:test';
import { namedDriver } from '#src/diagnosis/parsers/analyze/named-driver.ts';
import { translatedList } from '#src/diagnosis/parsers/stop-code/translated-list.ts';
import { PROSE, sectionOf } from './section-of.ts';

function readAll(text: string, command: string | null = null) {
  const section = sectionOf(command, text);
  const facts = namedDriver.accepts(section) ? (namedDriver.read(section).namedDrivers ?? []) : [];
  return facts.map((fact) => [fact.image, fact.by, fact.strength]);
}

const POINTING: readonly [text: string, by: string][] = [
  ['KiBugCheckDriver      : 0xffffe10b9991e3e8 : "acmeflt.sys" [Type: _UNICODE_STRING *]', 'bugcheck-driver'],
  ['What failed: acmeflt.sys', 'stop-screen'],
  ['失败的操作:acmeflt.sys', 'stop-screen'],
  ['The problem seems to be caused by the following file: acmeflt.sys', 'stop-screen'],
  ['***  acmeflt.sys - Address F86B5A89 base at F86B5000, DateStamp 3dd991eb', 'stop-screen'],
  ['acmeflt.sys - Address FFFFF88007AE0185 base at XXXX...', 'stop-screen'],
  ['*** Address f1583318 has base at f1580000 - acmeflt.sys', 'stop-screen'],
  ['**\\*  acmeflt.sys - Address FFFFF88007AE0185 base at FFFFF88007AE0000, DateStamp 5c1f0a42', 'stop-screen'],
  ['* **  acmeflt.sys - Address FFFFF880`07AE0185 base at FFFFF880`07AE0000, DateStamp 61c0ab12', 'stop-screen'],
  ['> ***  acmeflt.sys - Address FFFFF88007AE0185', 'stop-screen'],
  ['Driver at fault: acmeflt.sys.', 'bugcheck-driver'],
  ['*** Driver at fault : acmeflt.sys', 'bugcheck-driver'],
  ['VERIFIER_DRIVER_ENTRY: acmeflt.sys', 'verifier'],
  ['Probably caused by : acmeflt.sys ( acmeflt!Send+12 )', 'probably-caused-by'],
  ['Probably caused by : `acmeflt.sys` ( `acmeflt!Send+12` )', 'probably-caused-by'],
  ['BugCheck 9F, {3, 8a2ee030, 82f459e0, 8a38c740} Caused by  acmeflt.sys', 'probably-caused-by'],
  ['3x BugCheck D1, {8, 2, 0, fffff8012f6d94fd} - caused by: acmeflt.sys', 'probably-caused-by'],
];

for (const [text, by] of POINTING) {
  test(`points at a driver: ${text}`, () => {
    assert.deepEqual(readAll(text), [['acmeflt.sys', by, 'points']]);
  });
}

const MENTIONING: readonly [text: string, by: string][] = [
  ['Unable to load image \\SystemRoot\\system32\\DRIVERS\\acmeflt.sys, Win32 error 0n2', 'unable-to-load'],
  ['*** ERROR: Module load completed but symbols could not be loaded for acmeflt.sys', 'unable-to-load'],
  ['*** WARNING: Unable to verify timestamp for acmeflt.sys', 'unable-to-load'],
  ['fffff801`3ed59513 <Unloaded_acmeflt.sys>+0x1513', 'unloaded'],
  ['Caused By Driver  : acmeflt.sys', 'tool'],
  ['This was probably caused by the following module: acmeflt.sys (acmeflt+0x12D0)', 'tool'],
  ['Driver or module in which error occurred: acmeflt.sys (acmeflt+0x21f3c)', 'tool'],
  ['Dies wurde wahrscheinlich durch folgendes Modul verursacht: acmeflt.sys (acmeflt+0x12D0)', 'tool'],
  ['这可能由以下模块引起：acmeflt.sys (acmeflt+0x12D0)', 'tool'],
  ['Caused By Address : acmeflt.sys+1f92', 'tool'],
  ['It is suggested you look for an update for the following driver: acmeflt.sys (Acme, Acme Ltd.).', 'tool'],
  ['The computer has rebooted from a bugcheck. Possibly related driver: acmeflt.sys.', 'tool'],
  ['driver acmeflt.sys has left locked pages in the process', 'leaked'],
];

for (const [text, by] of MENTIONING) {
  test(`mentions a driver: ${text}`, () => {
    assert.deepEqual(readAll(text), [['acmeflt.sys', by, 'mentions']]);
  });
}

test('reads the string that du or dS print of KiBugCheckDriver', () => {
  assert.deepEqual(
    readAll('fffff802`12345678  "\\SystemRoot\\System32\\drivers\\acmeflt.sys"', 'dS poi(nt!KiBugCheckDriver)'),
    [['acmeflt.sys', 'bugcheck-driver', 'points']],
  );
});

test('stays silent on placeholders, opinions, lists and prose', () => {
  assert.deepEqual(readAll('Probably caused by : memory_corruption'), []);
  assert.deepEqual(readAll('Probably caused by : Unknown_Image ( ANALYSIS_INCONCLUSIVE )'), []);
  assert.deepEqual(readAll('I do not believe in a driver at fault: acmeflt.sys is signed.'), []);
  assert.deepEqual(readAll('The driver acmeflt.sys is not the cause, it has been updated.'), []);
  assert.deepEqual(readAll('acmeflt.sys 驱动已经比较新了,但也不能排除它的原因'), []);
  assert.deepEqual(readAll('选中 acmeflt.sys, nwifi.sys, ndis.sys 以及第三方驱动'), []);
  assert.deepEqual(readAll(PROSE), []);
});

test("mentions the driver of BlueScreenView's list in another language", () => {
  const values = [1, 2, 3, 4].map((number) => `Paramètre ${number} : 0x0000000${number}`);
  const text = ['Code d’erreur : 0x000000d0', ...values, 'Causé par le pilote : acmeflt.sys'].join('\n');
  const { namedDrivers = [] } = translatedList.read(sectionOf(null, text));
  assert.deepEqual(
    namedDrivers.map(({ image, by, strength }) => [image, by, strength]),
    [['acmeflt.sys', 'tool', 'mentions']],
  );
});

test('a field with the name of a module gives no ending to its file', () => {
  assert.deepEqual(readAll('BUGCHECKING_DRIVER:  quarkr0'), [['quarkr0', 'bugcheck-driver', 'points']]);
});
