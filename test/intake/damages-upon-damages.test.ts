import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLines } from '#src/diagnosis/intake/read-lines.ts';
import { readCrashes } from '#src/diagnosis/read-crashes.ts';
import { wrapAt } from '../../tools/fuzz/damages.ts';

/** Damages that came one upon the other, where the second hides the first. */

const DUMP = [
  '0: kd> !analyze -v',
  'ACME_LOOKASIDE_FAULT (7f)',
  'Arguments:',
  'Arg1: 0000000000000008, kind of the fault',
  'Arg2: ffffe30f4c1b2a30, the request',
  'PROCESS_NAME:  AcmeTray.exe',
  'FAULTING_IP:',
  'acmeflt!AcmeRelease+1f',
  'STACK_TEXT:',
  'ffffd001`0f2a7cf8 fffff803`02369ce9     : 00000000`0000000a 00000001`d1543e28 00000000`00000002 00000000`00000000 : nt!KeBugCheckEx',
  'ffffd001`0f2a7d00 fffff803`0236a1c4     : 00000000`00000000 ffffe30f`4c1b2a30 00000000`00000018 00000000`00000000 : acmeflt!AcmeReleaseEverythingThatIsLeft+0x1f',
  'ffffd001`0f2a7e00 fffff803`0236a5f8     : 00000000`00000000 00000000`00000000 00000000`00000000 00000000`00000000 : nt!IofCallDriver+0x60',
  'SYMBOL_NAME:  acmeflt!AcmeReleaseEverythingThatIsLeft+1f',
  'MODULE_NAME: acmeflt',
  'IMAGE_NAME:  acmeflt.sys',
  'FAILURE_BUCKET_ID:  0x7f_8_acmeflt!AcmeReleaseEverythingThatIsLeft',
].join('\n');

const oneLine = (text: string) => text.replace(/\s*\n\s*/g, ' ');
const eachLine = (change: (line: string, at: number) => string) => (text: string) =>
  text.split('\n').map(change).join('\n');

function wrapWords(width: number): (text: string) => string {
  return (text) => {
    const rows = [''];
    for (const word of text.split(' ')) {
      const last = rows.at(-1) ?? '';
      if (last.length + word.length < width) {
        rows[rows.length - 1] = last === '' ? word : `${last} ${word}`;
      } else {
        rows.push(word);
      }
    }
    return rows.join('\n');
  };
}

const DAMAGES: readonly [name: string, ...steps: ((text: string) => string)[]][] = [
  ['a wrapped mail wrapped again', wrapAt(76), wrapAt(60)],
  ['one line, cut at a width', oneLine, wrapAt(60)],
  ['one line, wrapped between words', oneLine, wrapWords(100)],
  ['numbered, then wrapped', eachLine((line, at) => `${at + 1}. ${line}`), wrapAt(72)],
  ['quoted, then one line', eachLine((line) => `> ${line}`), oneLine],
  ['numbered, then one line', eachLine((line, at) => `${at + 1}: ${line}`), oneLine],
  ['wrapped, then a div a line', wrapAt(76), (text) => `<div>${eachLine((line) => `<div>${line}</div>`)(text)}</div>`],
  ['zero-width marks, then escapes', (text) => text.replace(/_/g, '_\u200b').replace(/[_*`]/g, '\\$&')],
  ['quoted, then commented', eachLine((line) => `> ${line}`), eachLine((line) => `// ${line}`)],
  ['capitals, and bars for exclamation marks', (text) => text.toUpperCase().replace(/!(?=[A-Z_])/g, '|')],
  ['a comment of C', eachLine((line) => `     * ${line}`)],
];

function show(text: string): unknown {
  return readCrashes([{ source: null, text }]).crashes.map((crash) => ({
    stop: [crash.bugcheck?.code, crash.bugcheck?.name, ...(crash.bugcheck?.args ?? [])],
    names: [crash.process, crash.symbol, crash.image, crash.failureBucket].map((name) => name?.toLowerCase()),
    frames: crash.stack?.frames.map(({ module, function: name, offset }) =>
      `${module}!${name}+${offset}`.toLowerCase(),
    ),
  }));
}

for (const [name, ...steps] of DAMAGES) {
  test(`undoes: ${name}`, () => {
    const damaged = steps.reduce((text, step) => step(text), DUMP);
    assert.deepEqual(show(damaged), show(DUMP));
  });
}

test('what was joined from several lines cites these, not all', () => {
  const { lines } = readLines(wrapWords(100)(oneLine(DUMP)));
  const image = lines.find(({ text }) => text.startsWith('IMAGE_NAME'));
  assert.ok(image !== undefined && image.lines[1] - image.lines[0] <= 1 && image.lines[0] > 5, `${image?.lines}`);
});

test('rows of one length that each begin as debugger output does stay apart', () => {
  const memory = Array.from(
    { length: 9 },
    (_, row) => `fffff801\`4464179${row}  41 b8 46 69 6c 74 03 d1-0f b7 08 8d 94 0a 08 01  A.Filt..........`,
  );
  assert.deepEqual(
    readLines(memory.join('\n')).lines.map(({ text }) => text),
    memory,
  );
});
