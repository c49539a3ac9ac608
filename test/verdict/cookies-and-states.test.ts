import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze, stackText, THREAD_END } from './debugger-text.ts';
import { judged, verdictOf } from './verdict-of.ts';

const CHECK = stackText('nt!KeBugCheckEx', 'acmeflt!_report_gsfailure+0x25', 'acmeflt!AcmeParse+0x132', ...THREAD_END);

test('a stack cookie that is wrong in one bit accuses the memory, one that is overwritten its function', () => {
  const expected = '2b992ddfa232';
  const flipped = analyze('f7', ['2b992ddfb232', expected, 'ffffd466d2205dcd', '0']) + CHECK;
  const overwritten = analyze('f7', ['41414141a232', expected, 'ffffd466d2205dcd', '0']) + CHECK;
  assert.match(verdictOf(flipped), /^hardware /);
  assert.match(verdictOf(overwritten), /^acmeflt\.sys /);
});

function meaningsOf(text: string): string[] {
  return (judged(text).bugcheck?.argMeanings ?? []).map(({ en, zh }) => `${en} ${zh}`);
}

test('a status is decoded in whatever argument it stands, and no address is taken for one', () => {
  const signature = analyze('f7', ['ffffffffc0000428', 'c0000001', 'c0999999', 'ffffc0000428c000']);
  const [first = '', second = '', ...others] = meaningsOf(signature);
  assert.match(first, /STATUS_INVALID_IMAGE_HASH/);
  assert.match(second, /STATUS_UNSUCCESSFUL/);
  assert.ok(others.every((meaning) => !/STATUS_/.test(meaning)));
});
