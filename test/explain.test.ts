import assert from 'node:assert/strict';
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { explainCode } from '#src/reply/explain-code.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const knowledge = loadKnowledge();

function explain(...args: string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [`${ROOT}src/commands/explain.ts`, ...args], { cwd: ROOT, encoding: 'utf8' });
}

test('a known code is explained with its arguments and first commands, exit status 0', () => {
  const { status, stdout, stderr } = explain('0x9f', '3', 'ffffe001`2345678a', '0', 'ffffe00187654321');
  assert.equal(status, 0);
  assert.equal(stderr, '');
  assert.match(stdout, /^0x9f DRIVER_POWER_STATE_FAILURE\n/);
  assert.match(stdout, /1 {2}0x3 {2}.*0x3: /);
  assert.match(stdout, /!irp 0xffffe00187654321\n {6}Shows a request/);
  assert.match(stdout, /!devstack 0xffffe0012345678a/);
});

test('Chinese on request, no English sentence in it', () => {
  const { status, stdout } = explain('--lang', 'zh', '0x139', '3');
  assert.equal(status, 0);
  assert.match(stdout, /常见原因：/);
  assert.match(stdout, /首先运行/);
  assert.doesNotMatch(stdout, /Usual causes|Run first|Shows /);
});

test('lines keep within the width, except what cannot be broken', () => {
  for (const line of explain('0x133', '1').stdout.split('\n')) {
    assert.ok(line.length <= 100, line);
  }
});

test('a code is found by hex digits, by name, by decimal as a last resort, and below a mask', () => {
  assert.match(explain('9F').stdout, /^0x9f /);
  assert.match(explain('dpc_watchdog_violation').stdout, /^0x133 /);
  assert.match(explain('292').stdout, /^0x124 .*\n {2}Read as a decimal number/);
  assert.match(explain('0x100000d1').stdout, /0xd1 with the bit 0x10000000/);
});

test('a name may come as several words, with arguments after it', () => {
  const { status, stdout } = explain('irql', 'not', 'less', 'or', 'equal', '4', '2');
  assert.equal(status, 0);
  assert.match(stdout, /^0xa IRQL_NOT_LESS_OR_EQUAL\n/);
  assert.match(stdout, /0x2: DISPATCH_LEVEL/);
});

test('digits that could be decimal say so, and decimal is read where it is said', () => {
  assert.match(explain('159').stdout, /^0x159 .*\n {2}Read as hexadecimal\. If 159 is a decimal number.* 0x9f\b/);
  assert.match(explain('0n159').stdout, /^0x9f /);
  assert.match(explain('BugcheckCode', '159', 'BugcheckParameter1', '0x3').stdout, /^0x9f (?:.*\n)*?.*1 {2}0x3 /);
  assert.match(explain('3221226010').stdout, /^0xc000021a /);
  assert.doesNotMatch(explain('0x159').stdout, /decimal/);
});

test('what a debugger or a stop screen prints may be pasted as it is', () => {
  assert.match(explain('BugCheck 9F, {3, ffffe0012345678a, 0, ffffe00187654321}').stdout, /!irp 0xffffe00187654321/);
  assert.match(explain('0x0000009F (0x3, 0x1, 0x2, 0x4)').stdout, /^0x9f /);
  assert.match(explain('Stop code: IRQL NOT LESS OR EQUAL').stdout, /^0xa /);
});

test('a misspelt or shortened name brings the names that may be meant', () => {
  assert.match(explain('DPC_WATCHDOG_VIOLATON').stdout, /Similar names: DPC_WATCHDOG_VIOLATION\n/);
  assert.match(explain('video', 'tdr').stdout, /VIDEO_TDR_FAILURE/);
  assert.doesNotMatch(explain('NO_SUCH_STOP').stdout, /Similar/);
});

test('what is no stop code says why', () => {
  assert.match(explain('0x9G').stdout, /no hexadecimal number/);
  assert.match(explain('0xfffff80012345678').stdout, /at most eight/);
});

test('an unknown code says so and what masks suggest, exit status 2', () => {
  const { status, stdout } = explain('0x10000999');
  assert.equal(status, 2);
  assert.match(stdout, /does not list the stop code 0x10000999/);
  assert.match(stdout, /Without the bit 0x10000000 it would be 0x999/);
  assert.equal(explain('NO_SUCH_STOP').status, 2);
});

test('bad usage says what is right, exit status 1', () => {
  for (const args of [[], ['--lang', 'fr', '0x9f'], ['0x9f', 'zzz'], ['0x9f', '1', '2', '3', '4', '5'], ['--wat']]) {
    const { status, stdout, stderr } = explain(...args);
    assert.equal(status, 1, args.join(' '));
    assert.equal(stdout, '');
    assert.match(stderr, /Usage: /);
  }
});

test('a status code is named, and said to be no stop code', () => {
  const lines = explainCode('c0000005', [], knowledge, 'en').join('\n');
  assert.match(lines, /STATUS_ACCESS_VIOLATION/);
  assert.match(lines, /not a stop code/);
});

test('without arguments the values an argument may take are shown, a long list cut', () => {
  const lines = explainCode('0xc4', [], knowledge, 'en');
  assert.ok(lines.some((line) => /^ {7}0x[0-9a-f]+: /.test(line)));
  assert.ok(lines.some((line) => /and \d+ more/.test(line)));
  assert.ok(lines.length < 40, `${lines.length} lines`);
});

test('an unknown argument leaves its place in the command open', () => {
  const lines = explainCode('0x9f', ['3', '?', '?', '?'], knowledge, 'en');
  assert.ok(lines.includes('  !irp <arg4>'));
});
