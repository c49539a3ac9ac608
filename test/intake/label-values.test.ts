import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { readLines } from '#src/diagnosis/intake/read-lines.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';

/** A label, and the file that stands alone in the line below it. All drivers are invented. */

const knowledge = loadKnowledge();
const linesOf = (text: string) => readLines(text).lines.map((line) => line.text);

test('joins a label with the file below it, a blank line between or none', () => {
  for (const [text, joined] of [
    ['What failed:\nacmetape.sys', 'What failed: acmetape.sys'],
    ['Failed:\n\nacmetape.sys', 'Failed: acmetape.sys'],
    ['发生故障的文件：\nacmetape.sys', '发生故障的文件: acmetape.sys'],
    ['Caused By Driver  :\nacmetape.sys', 'Caused By Driver  : acmetape.sys'],
    ['Caused by driver\nacmetape.sys', 'Caused by driver: acmetape.sys'],
    ['Driver at fault:\n*** acmetape.sys', 'Driver at fault: acmetape.sys'],
  ] as const) {
    assert.deepEqual(linesOf(text).filter(Boolean), [joined], text);
  }
});

test('a sentence, the head of a list and a file that begins a sentence stay as they are', () => {
  for (const text of [
    'Faulty drivers:\nacmetape.sys\nacmescan.sys',
    'I looked at the minidump and this is what it says about the failed:\nacmetape.sys',
    'What failed:\nacmetape.sys was loaded last week',
    'Loaded:\nacmetape.sys',
  ]) {
    assert.deepEqual(linesOf(text), text.split('\n'), text);
  }
});

test('the driver below its label is the one that the screen names', () => {
  for (const text of [
    'My PC shows a blue screen since yesterday.\nStop code: DRIVER_IRQL_NOT_LESS_OR_EQUAL\nWhat failed:\nacmetape.sys',
    '电脑蓝屏了，终止代码：SYSTEM_SERVICE_EXCEPTION\n发生故障的文件：\nacmetape.sys',
  ]) {
    const [first] = diagnose([{ source: null, text }], knowledge).crashes;
    assert.equal(first?.judgement.verdict.culprit, 'acmetape.sys', text);
  }
});
