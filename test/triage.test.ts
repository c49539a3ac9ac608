import assert from 'node:assert/strict';
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { zipSync } from 'fflate';
import { Report } from '#src/report/schema.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const FILTER = 'test/crashes/netfilter-overwrote-completion-entry/paste.txt';
const CHINESE = 'test/crashes/stop-screen-names-driver/paste.txt';
const ESCAPE = String.fromCharCode(27);

function triage(args: readonly string[], input = ''): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [`${ROOT}src/commands/triage.ts`, ...args], {
    cwd: ROOT,
    input,
    encoding: 'utf8',
  });
}

test('--json prints one document that fits the schema, the same bytes each time', () => {
  const first = triage(['--json', FILTER]);
  assert.equal(first.status, 0);
  assert.equal(first.stderr, '');
  const report = Report.parse(JSON.parse(first.stdout));
  assert.equal(report.crashes[0]?.source, 'paste.txt');
  assert.equal(triage(['--json', FILTER]).stdout, first.stdout);
});

test('standard input is read where no file is named, and for -', () => {
  const paste = 'DRIVER_IRQL_NOT_LESS_OR_EQUAL (d1)\nArguments:\nArg1: 28\nArg2: 2\nArg3: 0\nArg4: fffff80262a41f7c\n';
  const [piped, dashed] = [triage(['--json'], paste), triage(['--json', '-'], paste)];
  assert.equal(JSON.parse(piped.stdout).crashes[0].bugcheck.code, '0xd1');
  assert.equal(JSON.parse(piped.stdout).crashes[0].source, null);
  assert.equal(dashed.stdout, piped.stdout);
});

test('several files are several pastes of one case', () => {
  const report = JSON.parse(triage(['--json', FILTER, CHINESE]).stdout);
  assert.equal(report.crashes.length, 2);
  assert.deepEqual(
    new Set(report.crashes.map((crash: { source: string }) => crash.source)),
    new Set([FILTER, CHINESE]),
    'two files of one name are told apart by their path',
  );
});

test('the same file twice is one paste', () => {
  assert.equal(triage(['--json', FILTER, FILTER]).stdout, triage(['--json', FILTER]).stdout);
});

test('a pipe gets no colour, and the answer follows the prose of the paste or --lang', () => {
  const chinese = triage([CHINESE]);
  assert.match(chinese.stdout, /后续步骤/);
  assert.ok(!chinese.stdout.includes(ESCAPE));
  assert.match(triage(['--lang', 'en', CHINESE]).stdout, /Next steps/);
});

test('--short prints one screen: who, the story and what first, without the rest', () => {
  const { status, stdout } = triage(['--short', '--lang', 'en', FILTER]);
  assert.equal(status, 0);
  assert.match(
    stdout,
    /^Suspect: wlmflt\.sys \(high confidence\)\..*pool tag "WlmF".*What could make it wrong:.*First: /s,
  );
  assert.ok(stdout.split('\n').length <= 24, stdout);
  assert.doesNotMatch(stdout, /To undo|Arg1|Why not the others/);
  assert.equal(triage(['--short', '--json', FILTER]).status, 1);
});

test('a paste without a crash ends with 2, and a sentence says what was expected', () => {
  const { status, stdout, stderr } = triage([], 'Dear all, lunch is at noon.');
  assert.equal(status, 2);
  assert.equal(stdout, '');
  assert.match(stderr, /!analyze -v/);
  assert.equal(JSON.parse(triage(['--json'], 'lunch').stdout).crashes.length, 0);
});

test('a failure ends with 1 and says what is wrong', () => {
  const missing = triage(['no-such-file.txt']);
  assert.equal(missing.status, 1);
  assert.equal(missing.stderr, 'triage failed: no-such-file.txt cannot be read: there is no such file.\n');
  assert.match(triage(['test/crashes']).stderr, /test\/crashes cannot be read: it is a folder/);
  assert.match(triage(['--lang', 'fr']).stderr, /en or zh/);
  assert.equal(triage(['--frobnicate']).status, 1);
});

test('a dump that two files show is linked, and each cites its own lines', () => {
  const copy = join(mkdtempSync(join(tmpdir(), 'stopcode-')), 'again.txt');
  copyFileSync(ROOT + FILTER, copy);
  const report = JSON.parse(triage(['--json', FILTER, 'test/crashes/display-driver-timeout/paste.txt', copy]).stdout);
  assert.equal(report.crashes.length, 3);
  const group = report.correlation.groups[0];
  assert.deepEqual(group.crashes, ['c1', 'c3']);
  assert.ok(group.reasons.some((reason: { rule: string }) => reason.rule === 'same-dump'));
});

test('a log of WinDbg is read in UTF-16 and in GB 18030 too, and a binary dump is refused in words', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stopcode-'));
  const paste = readFileSync(ROOT + CHINESE, 'utf8');
  writeFileSync(join(folder, 'utf16.log'), Buffer.from(`\ufeff${paste}`, 'utf16le'));
  // 蓝屏 in GB 18030, which is not UTF-8.
  const chinese = Buffer.concat([
    Buffer.from([0xc0, 0xb6, 0xc6, 0xc1, 0x0a]),
    Buffer.from(readFileSync(ROOT + FILTER)),
  ]);
  writeFileSync(join(folder, 'gb.log'), chinese);
  writeFileSync(join(folder, 'memory.dmp'), Buffer.from('PAGEDU64\0\0\x0f\0\0\0', 'latin1'));
  assert.equal(JSON.parse(triage(['--json', join(folder, 'utf16.log')]).stdout).crashes[0].bugcheck.code, '0xd1');
  assert.equal(JSON.parse(triage(['--json', join(folder, 'gb.log')]).stdout).crashes[0].bugcheck.code, '0x139');
  const refused = triage([join(folder, 'memory.dmp')]);
  assert.equal(refused.status, 1);
  assert.match(refused.stderr, /memory\.dmp is a memory dump/);
});

test('a zip of logs is read as the page reads it, and says what in it was no text', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stopcode-'));
  const entries = { 'dump.txt': readFileSync(ROOT + FILTER), 'memory.dmp': Buffer.from('PAGEDU64\0\0', 'latin1') };
  writeFileSync(join(folder, 'logs.zip'), zipSync(entries));
  writeFileSync(join(folder, 'dumps.zip'), zipSync({ 'memory.dmp': entries['memory.dmp'] }));
  const read = triage(['--json', join(folder, 'logs.zip')]);
  assert.equal(JSON.parse(read.stdout).crashes.length, 1);
  assert.match(read.stderr, /logs\.zip\/memory\.dmp is a memory dump/);
  const refused = triage([join(folder, 'dumps.zip')]);
  assert.deepEqual([refused.status, refused.stdout], [1, '']);
});

test('few words about a code get it explained, in their language, and are no crash', () => {
  for (const [text, said] of [
    ['0xd1 after installing AcmeShield', /No crash is told here.*\n0xd1 DRIVER_IRQL/],
    ['停止代码 0x133 是什么', /这里没有讲述某次崩溃.*\n0x133 DPC_WATCHDOG/],
  ] as const) {
    const { stdout, status } = triage([], text);
    assert.match(stdout, said);
    assert.equal(status, 2);
  }
});
