import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readLines } from '#src/diagnosis/intake/read-lines.ts';
import { readCrashes } from '#src/diagnosis/read-crashes.ts';
import { assertGrowth } from '../support/growth.ts';

const DUMP = `3: kd> !analyze -v
ACME_STOP_CODE (1e)
Arguments:
Arg1: ffffffff80000003, the code
Arg2: fffff801404e6235, the address
Arg3: 0000000000000000, a
Arg4: 0000000000000000, b
PROCESS_NAME:  System
STACK_TEXT:
ffff8401\`32bdd808 fffff801\`40745107 : 00000000\`0000001e ffffffff\`80000003 fffff801\`404e6235 00000000\`00000000 : nt!KeBugCheckEx
ffff8401\`32bdd810 00000000\`00000000 : 00000000\`00000000 00000000\`00000000 00000000\`00000000 00000000\`00000000 : acmeflt+0x1f
IMAGE_NAME:  acmeflt.sys
3: kd> !pool ffffda8ac4ad8680 2
*ffffda8ac4ad8650 size: 600 previous size: 0 (Allocated) *Acme
3: kd> lmvm acmeflt
start             end                 module name
fffff800\`51770000 fffff800\`5177c000   acmeflt     (no symbols)`;

/** Pieces that open, close or resemble something the reader looks for. */
const PIECES = [
  '\n',
  '\r',
  ' ',
  '`',
  '<',
  '</',
  '<p>',
  '<br>',
  '<code>',
  '&lt;',
  '&',
  '\\_',
  '> ',
  '| ',
  '0: kd> ',
  'Arg1: ',
  'STACK_TEXT:',
  '00 ',
  'fffff801',
  '`40745107',
  'nt!A',
  '+0x1',
  '(',
  '[',
  'X_Y (1e)',
  '*** STOP: 0x1e (',
  'From: a\nSent: b\n',
  'Key  : ',
  'Value: ',
  '😀',
  '\u200b',
  '！',
  '蓝屏',
  '\ud800',
  '(Inline Function)',
  '...',
  '-----',
];

function readAll(text: string): void {
  const { crashes } = readCrashes([{ source: null, text }]);
  const lineCount = text.split(/\r\n|[\n\r\u0085\u2028\u2029]/).length;
  for (const { mentions } of crashes) {
    for (const [from, to] of mentions) {
      assert.ok(from >= 1 && from <= to, `lines ${from}-${to}`);
      assert.ok(/<|&/.test(text) || to <= lineCount, `line ${to} of ${lineCount}`);
    }
  }
}

test('never throws, and cites only lines that exist, on any mix of pieces', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }), (pieces) => readAll(pieces.join(''))),
    { numRuns: 400 },
  );
});

test('never throws on any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => readAll(text)),
    { numRuns: 200 },
  );
});

test('never throws on a dump cut at both ends at any character', () => {
  for (let at = 0; at < DUMP.length; at += 3) {
    readAll(DUMP.slice(at));
    readAll(DUMP.slice(0, at));
  }
});

test('a dump cut short says no value that the whole one does not hold', () => {
  const whole = readCrashes([{ source: null, text: DUMP }]).crashes[0];
  assert.equal(whole?.bugcheck?.args.length, 4);
  for (let at = 60; at < DUMP.length; at += 1) {
    const cut = readCrashes([{ source: null, text: DUMP.slice(0, at) }]).crashes[0];
    for (const [index, value] of (cut?.bugcheck?.args ?? []).entries()) {
      assert.ok(value === null || value === whole?.bugcheck?.args[index], `cut at ${at}: Arg${index + 1} ${value}`);
    }
  }
});

test('pieces of other text put into a dump change nothing but their own lines', () => {
  fc.assert(
    fc.property(fc.constantFrom('Hello all', '请看', 'Regards, Bob', '--'), fc.constantFrom(0, 13, 15), (prose, at) => {
      const rows = DUMP.split('\n');
      const crash = readCrashes([{ source: null, text: rows.toSpliced(at, 0, prose).join('\n') }]).crashes[0];
      assert.equal(crash?.bugcheck?.code, '0x1e');
      assert.equal(crash?.image, 'acmeflt.sys');
      assert.equal(crash?.stack?.frames.length, 2);
    }),
    { numRuns: 30 },
  );
});

const SMALL = 24_000;
const FACTOR = 8;
/** Milliseconds below which a measurement is mostly noise. */
const SHORTEST = 4;
/** Linear time gives 8 for 8 times the text; quadratic would give 64. The margin is for a busy machine. */
const MOST_GROWTH = 24;

const HOSTILE: readonly [name: string, unit: string][] = [
  ['one letter', 'a'],
  ['backticks', '`'],
  ['opening brackets', '<'],
  ['blanks', ' '],
  ['empty lines', '\n'],
  ['nested markup', '<div>'],
  ['paragraphs', '<p>a</p>'],
  ['code ends', 'x<code>'],
  ['entities', '&amp;'],
  ['half frames', '00 fffff801`40745107 '],
  ['half frames on lines', '00 fffff801`40745107\n'],
  ['high halves', 'ffff8000 '],
  ['arguments', 'Arg1: 0000000000000001\n'],
  ['headers', 'FOO_BAR (1e)\n'],
  ['underscored names', 'A_'],
  ['stops', '*** STOP: 0x1e (1,2,3,4)\n'],
  ['rows above runs of digits', `fffff801\`2f6d94fd fffff801\`2f6d9500 : 00000001\`00000001 :\n${'0'.repeat(300)}\n`],
  ['names without columns', 'nt!KeBugCheckEx\n'],
  ['lines in backticks', '`nt!A+0x1`\n'],
  ['glued fields', 'xPROCESS_NAME: y'],
  ['mails', 'From: x\nSent: y\n'],
  ['prompts', '0: kd> k\n'],
  ['prompts that a mail wrapped', '0: kd> !z\nDebug session time: Tue May 11 16:40:02.118 2021 (UTC + 8:00)\n'],
  ['prompts of an editor', 'x:\n'],
  ['fences', '```\n'],
  ['quote marks', '> '],
  ['escapes', '\\_'],
  ['symbols', 'nt!A+0x1 '],
  ['full lines', `${'a'.repeat(75)}\n`],
];

for (const [name, unit] of HOSTILE) {
  test(`takes linear time on ${name}`, () => {
    const small = unit.repeat(Math.ceil(SMALL / unit.length));
    const large = small.repeat(FACTOR);
    const read = (text: string) => readCrashes([{ source: null, text }]);
    assertGrowth(name, { small: () => read(small), large: () => read(large), most: MOST_GROWTH, grain: SHORTEST });
  });
}

test('reading the cleaned lines again changes nothing', () => {
  const once = readLines(DUMP).lines.map((line) => line.text);
  assert.deepEqual(
    readLines(once.join('\n')).lines.map((line) => line.text),
    once,
  );
});
