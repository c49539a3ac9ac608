import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { forWindows, OlderRows, wayBack } from '#src/diagnosis/advice/older-windows.ts';
import { STEPS } from '#src/diagnosis/advice/steps.ts';
import { judged } from '../verdict/verdict-of.ts';

const rows = OlderRows.parse(
  JSON.parse(readFileSync(new URL('../../src/diagnosis/advice/older-windows.json', import.meta.url), 'utf8')),
);
const commands = [...new Set(STEPS.flatMap(({ commands: own, undo }) => [...own, ...undo]))];
const ofBuild = (value: string): Parameters<typeof forWindows>[0] => ({
  systems: [{ name: 'build', value, lines: [1, 1] }],
  fields: [],
});
const ofBucket = (value: string): Parameters<typeof forWindows>[0] => ({
  systems: [],
  fields: [{ name: 'DEFAULT_BUCKET_ID', value, lines: [1, 1] }],
});
const build = (value: string) => forWindows(ofBuild(value));
const NEWER = /^(?:Get|Disable|Enable|Set|Remove)-(?!WinEvent|ChildItem)|^pnputil \/|\/scan$|RestoreHealth/i;

test('no command of a step is told to Windows 7 that it does not know, nor PowerShell to Windows XP', () => {
  for (const command of commands) {
    const onSeven = build('7601')(command);
    assert.ok(!onSeven.some((one) => NEWER.test(one)), `${command}: ${onSeven.join(', ')}`);
    const onXp = build('2600')(command);
    assert.ok(!onXp.some((one) => /^[A-Z]\w+-[A-Z]|^powershell/.test(one)), `${command}: ${onXp.join(', ')}`);
  }
});

test('newer Windows, and one that the paste does not tell, keep every command', () => {
  for (const command of commands) {
    assert.deepEqual(build('9600')(command), [command]);
    assert.deepEqual(build('19041')(command), [command]);
    assert.deepEqual(forWindows({ systems: [], fields: [] })(command), [command]);
  }
});

test('each row is about a command of some step, and its places are those of that command', () => {
  for (const { begins, instead } of rows) {
    const own = commands.filter((command) => command.startsWith(begins));
    assert.ok(own.length > 0, begins);
    for (const place of instead.join(' ').match(/<\w+>/g) ?? []) {
      assert.ok(
        own.every((command) => command.includes(place)),
        `${begins}: ${place}`,
      );
    }
  }
});

test('a verdict on Windows 7 advises windows and wmic, once each', () => {
  const text = (number: string) =>
    `Windows 7 Kernel Version ${number} MP (4 procs) Free x64\n0: kd> !analyze -v\nDRIVER_IRQL_NOT_LESS_OR_EQUAL (d1)\nArguments:\nArg1: ffffd30a52c1ee30, a\nArg2: 0000000000000002, b\nArg3: 0000000000000000, c\nArg4: fffff80562341092, d\n\nIMAGE_NAME:  acmeflt.sys\nSTACK_TEXT:\nffffd000\`1234a180 fffff804\`12345678 : 0 0 0 0 : nt!KeBugCheckEx\nffffd000\`1234a280 fffff801\`11112222 : 00000000\`00000000 00000000\`00000000 00000000\`00000000 00000000\`00000000 : acmeflt+0x1092\n`;
  const told = (number: string) => judged(text(number)).judgement.recommendations.flatMap((one) => one.commands);
  assert.ok(
    told('7601').some((command) => command.startsWith('wmic sysdriver')),
    told('7601').join('\n'),
  );
  assert.ok(!told('7601').some((command) => command.includes('CimInstance')));
  assert.ok(told('19041').some((command) => command.includes('CimInstance')));
});

test('the bucket of an old debugger tells a Windows before 8, and no copy of a driver is promised there', () => {
  const [driver = ''] = forWindows(ofBucket('WIN7_DRIVER_FAULT'))('Get-CimInstance Win32_PnPSignedDriver');
  assert.match(driver, /^wmic /);
  assert.match(forWindows(ofBucket('VISTA_DRIVER_FAULT'))('pnputil /export-driver <InfName>').join(), /^devmgmt/);
  assert.deepEqual(forWindows(ofBucket('WIN8_DRIVER_FAULT'))('md C:\\DriverBackup'), ['md C:\\DriverBackup']);
  for (const [facts, hasCopy] of [
    [ofBuild('7601'), false],
    [ofBucket('WIN7_DRIVER_FAULT'), false],
    [ofBuild('19041'), true],
    [{ systems: [], fields: [] }, true],
  ] as const) {
    const { en, zh } = wayBack(facts);
    assert.equal(/copy/.test(en), hasCopy);
    assert.equal(/副本/.test(zh), hasCopy);
  }
});
