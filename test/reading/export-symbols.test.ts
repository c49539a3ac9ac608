import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';

const DEFAULTED = '*** ERROR: Symbol file could not be found.  Defaulted to export symbols for ntkrnlmp.exe - ';
const LISTED = [
  '0: kd> lm',
  'start             end                 module name',
  'fffff803`5be00000 fffff803`5ce46000   nt         (export symbols)       ntkrnlmp.exe',
].join('\n');
const STACK = [
  'STACK_TEXT:  ',
  'ffffb10a`11c25ca8 fffff803`5be78569     : 00000000`0000000a 00000000`00000010 00000000`00000002 00000000`00000000 : nt!KeBugCheckEx+0x12',
  'ffffb10a`11c25df0 fffff805`62341092     : ffffd607`24d54000 ffffb10a`11c25f9c 0003a7d0`2c610000 00000001`00000003 : nt!KeSynchronizeExecution+0x31b6',
  'ffffb10a`11c25f80 fffff803`3a2166b0     : 0000002f`b71cd4e7 ffffd607`336d4830 ffffd607`251c5090 0000002f`b71cd4e7 : acmeflt+0x4050',
].join('\n');

function read(text: string) {
  const { crashes, warnings } = diagnose([{ source: null, text }], loadKnowledge());
  const frames = crashes[0]?.crash.stack?.frames ?? [];
  return {
    marked: frames.filter(({ exportSymbol }) => exportSymbol).map(({ function: name }) => name),
    told: warnings
      .filter(({ text: { en, zh } }) => en.includes('exported names') && zh.includes('导出名'))
      .map(({ line }) => line),
  };
}

test('a name far behind its start is only the nearest export where the debugger had no more', () => {
  assert.deepEqual(read(`${DEFAULTED}\n${STACK}`), { marked: ['KeSynchronizeExecution'], told: [4] });
  assert.deepEqual(read(`${LISTED}\n${STACK}`).marked, ['KeSynchronizeExecution']);
});

test('with its symbols a name may be far from its start: Windows keeps cold code elsewhere', () => {
  assert.deepEqual(read(STACK), { marked: [], told: [] });
  assert.deepEqual(read(`${DEFAULTED.replace('ntkrnlmp.exe', 'acmeflt.sys')}\n${STACK}`), { marked: [], told: [] });
});

test('no function of a few hundred bytes is as long as that', () => {
  const text = STACK.replace('KeSynchronizeExecution+0x31b6', 'memset+0x138fe');
  assert.deepEqual(read(text), { marked: ['memset'], told: [3] });
  assert.deepEqual(read(text.replace('+0x138fe', '+0x3e')).marked, []);
  const lock = text.replace('memset', 'KeAcquireSpinLockAtDpcLevel');
  assert.deepEqual(read(lock).marked, ['KeAcquireSpinLockAtDpcLevel']);
  assert.deepEqual(read(lock.replace('+0x138fe', '+0x5e')).marked, []);
});

test('that symbols are missing is no crash', () => {
  assert.deepEqual(diagnose([{ source: null, text: DEFAULTED }], loadKnowledge()).crashes, []);
});
