import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { memoryText } from '#src/diagnosis/parsers/memory/memory-text.ts';
import { PROSE, sectionOf } from './section-of.ts';

function read(text: string, command: string | null = null) {
  const section = sectionOf(command, text);
  const { addresses = [] } = memoryText.accepts(section) ? memoryText.read(section) : {};
  return addresses.map(({ address, usage, lines }) => [address, usage, ...lines]);
}

test('reads the text of an address, also where it goes on in the next rows', () => {
  assert.deepEqual(read('ffff910a`5c7e3f10  "server crawls, RDP refused"', 'du ffff910a5c7e3f10'), [
    ['0xffff910a5c7e3f10', '"server crawls, RDP refused"', 1, 1],
  ]);
  const rows = 'ffff910a`5c7e3f10  "server crawls, RDP refus"\nffff910a`5c7e3f50  "ed since noon"';
  assert.deepEqual(read(rows), [['0xffff910a5c7e3f10', '"server crawls, RDP refused since noon"', 1, 2]]);
  assert.deepEqual(read('80e203b8  "disk full"', 'da 80e203b8'), [['0x80e203b8', '"disk full"', 1, 1]]);
});

test('the text of a counted string is that of the address asked about', () => {
  const row = 'ffffc104`5b398190  "acmehook.sys"';
  assert.deepEqual(read(row, 'dS ffffc1045b398178'), [['0xffffc1045b398178', '"acmehook.sys"', 1, 1]]);
  assert.deepEqual(read(row, 'dS poi(@rcx)'), [['0xffffc1045b398190', '"acmehook.sys"', 1, 1]]);
  assert.deepEqual(read('String(24,26) at ffffc1045b398178: acmehook.sys', '!ustr ffffc1045b398178'), [
    ['0xffffc1045b398178', '"acmehook.sys"', 1, 1],
  ]);
  assert.deepEqual(read('The constructor String(24,26) at line 5: a copy'), []);
});

test('two strings are two, and what is no text is none', () => {
  const rows = 'ffff910a`5c7e3f10  "one"\nffff910a`60000000  "other"';
  assert.equal(read(rows).length, 2);
  assert.deepEqual(read('ffff910a`5c7e3f10  "????"'), []);
  assert.deepEqual(read('ffff910a`5c7e3f10  "'), []);
  assert.deepEqual(read('He wrote  "it is slow" in the log.'), []);
  assert.deepEqual(read(PROSE), []);
});

test('the text that an argument points at is told with its line', () => {
  const text = `MANUALLY_INITIATED_CRASH (e2)
The user manually initiated this crash dump.
Arguments:
Arg1: 0000000000000000
Arg2: ffff910a5c7e3f10
Arg3: 0000000000000040
Arg4: 0000000000000000

0: kd> du ffff910a5c7e3f10
ffff910a\`5c7e3f10  "server crawls, RDP refused"
`;
  const [crash] = diagnose([{ source: null, text }], loadKnowledge()).crashes;
  assert.match(crash?.bugcheck?.argMeanings[1]?.en ?? '', /\(du, line 10\): "server crawls, RDP refused"/);
  assert.match(crash?.bugcheck?.argMeanings[1]?.zh ?? '', /第 10 行）："server crawls/);
});
