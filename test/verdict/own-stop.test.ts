import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze, stackText, THREAD_END } from './debugger-text.ts';
import { judged } from './verdict-of.ts';

const OWN = ['nt!KeBugCheckEx', 'acmeguard+0x1c31', 'acmeguard+0x2d40', ...THREAD_END];

function said(code: string): string {
  const text = analyze(code, ['ffffc68f1a2b3080', '0', '0', '0']) + stackText(...OWN);
  const { verdict, suspects } = judged(text).judgement;
  assert.equal(verdict.culprit, 'acmeguard.sys', code);
  return suspects[0]?.evidence.map((one) => one.text.en).join(' ') ?? '';
}

test('a driver that calls the routine which stops Windows is said to have stopped it', () => {
  assert.match(said('ef'), /acmeguard\.sys stopped Windows itself: acmeguard\+0x1c31 called nt!KeBugCheckEx/);
  assert.match(said('f4'), /stopped Windows itself/);
});

test('a stop for a fault is made by the kernel, whatever frames the stack lost', () => {
  for (const code of ['d1', '50', '3b', '1e']) {
    assert.doesNotMatch(said(code), /stopped Windows itself/, code);
  }
});
