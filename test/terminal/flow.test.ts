import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flow, flowAfter } from '#src/terminal/flow.ts';

test('further lines stand under the text, not under its lead', () => {
  assert.equal(
    flowAfter('1. ', 'take the filter out of the path', 2, 26),
    '  1. take the filter out\n     of the path',
  );
});

test('no line of Chinese begins with a mark that ends a sentence, at any width', () => {
  const text =
    '重新启动、复现问题并收集新的转储：系统会停止，它会占用内存。切勿对所有驱动启用（生产服务器）；请先备份。';
  for (let width = 20; width < 80; width++) {
    const lines = flow(text, 4, width).split('\n');
    assert.equal(lines.map((line) => line.trim()).join(''), text);
    for (const line of lines) {
      assert.doesNotMatch(line, /^ *[，。：；、）]/u, `width ${width}`);
    }
  }
});

test('symbols of an English text are never broken', () => {
  assert.ok(
    flow('the fault lies in ndis!ndisFreeToNPagedPool+0xe1 itself', 2, 24).includes('ndis!ndisFreeToNPagedPool+0xe1'),
  );
});
