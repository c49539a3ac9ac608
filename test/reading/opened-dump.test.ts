import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';

/** A dump that was opened and not analysed is output of the debugger, and says nothing of a stop yet. */

const knowledge = loadKnowledge();
const BANNER = [
  'Microsoft (R) Windows Debugger Version 10.0.27725.1000 AMD64',
  'Copyright (c) Microsoft Corporation. All rights reserved.',
  '',
  String.raw`Loading Dump File [C:\Users\You\Desktop\030425-8015-01.dmp]`,
  'Mini Kernel Dump File: Only registers and stack trace are available',
];

function insteadOf(lines: readonly string[]): string[] {
  const { crashes, warnings } = diagnose([{ source: null, text: lines.join('\n') }], knowledge);
  assert.deepEqual(crashes, []);
  return warnings.flatMap((warning) => (warning.instead ? [`${warning.line}: ${warning.text.en}`] : []));
}

test('a dump that was only opened is asked for its analysis, not for output of the debugger', () => {
  const [said = '', ...more] = insteadOf(['同步工具一运行系统就蓝屏', '', ...BANNER]);
  assert.deepEqual(more, []);
  assert.match(said, /^6: A debugger opened 030425-8015-01\.dmp here.*no stop code.*!analyze -v/);
});

test('without a dump that was opened the blue screen is asked for its code', () => {
  const [said = ''] = insteadOf(['我的电脑昨天又蓝屏了，dmp 文件在附件里。']);
  assert.match(said, /^1: Somebody tells of a blue screen/);
});

test('a guide that shows how a dump is opened is asked for nothing', () => {
  assert.deepEqual(
    insteadOf(['In this article you will learn how to open a dump.', 'You will see something like:', ...BANNER]),
    [],
  );
});
