import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';

const knowledge = loadKnowledge();

function stopsOf(...lines: readonly string[]) {
  const { crashes } = diagnose([{ source: null, text: lines.join('\n') }], knowledge);
  return crashes.map(({ crash: { bugcheck } }) => [bugcheck?.code ?? bugcheck?.means?.code, bugcheck?.args]);
}

const ARGS = ['0x30', '0x2', '0x0', '0xfffff80261a04c7b'];

test('four arguments in a row below the stop that somebody writes down are its arguments', () => {
  assert.deepEqual(
    stopsOf(
      'My PC blue screened again this morning.',
      '- Bugcheck code: `0x000000D1` (DRIVER_IRQL_NOT_LESS_OR_EQUAL)',
      '- Parameters: `0x0000000000000030, 0x2, 0x0000000000000000, 0xfffff80261a04c7b`',
    ),
    [['0xd1', ARGS]],
  );
  assert.deepEqual(
    stopsOf('我的电脑今天又蓝屏了', '错误检查代码：0x000000D1', '参数：0x30、0x2、0x0、0xfffff802`61a04c7b'),
    [['0xd1', ARGS]],
  );
});

test('the arguments of a call are of no stop, nor are four numbers without an address', () => {
  assert.deepEqual(stopsOf('The hook is called.', 'Arguments: 0x7ff6a1b20000, 0x1, 0x2, 0x3'), []);
  assert.deepEqual(stopsOf('My PC shows the blue screen 0x9F since Monday.', 'Parameters: 0x1, 0x2, 0x3, 0x4'), [
    ['0x9f', []],
  ]);
});
