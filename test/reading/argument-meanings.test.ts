import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';

const knowledge = loadKnowledge();

function meaningsOf(header: string, rows: readonly string[]) {
  const args = rows.map((row, at) => `Arg${at + 1}: ${row}`).join('\n');
  const text = `${header}\nArguments:\n${args}\n\nDebugging Details:\n------------------\n`;
  return diagnose([{ source: null, text }], knowledge).crashes[0]?.bugcheck?.argMeanings ?? [];
}

const pageFault = (last: string) =>
  meaningsOf('PAGE_FAULT_IN_NONPAGED_AREA (50)', [
    'ffffb90a71c04020, memory referenced.',
    '0000000000000000, value 0 = read operation, 1 = write operation.',
    'fffff80122d41c30, If non-zero, the instruction address which referenced the bad memory address.',
    last,
  ]);

test('what the debugger calls reserved is not explained by the table of another build', () => {
  for (const last of ['0000000000000000, (reserved)', '0000000000000002, (reserved)', '0000000000000000, Reserved.']) {
    assert.deepEqual(pageFault(last)[3], { en: 'Reserved.', zh: '保留。' }, last);
  }
});

test('where the debugger says nothing of it, the table explains the value', () => {
  assert.match(pageFault('0000000000000002')[3]?.en ?? '', /NOT_PRESENT_PAGE_TABLE/);
  assert.match(pageFault('0000000000000000, (reserved)')[1]?.en ?? '', /read/);
});

test('what only the debugger explains is said in its words', () => {
  const [, , third, fourth] = meaningsOf('CRITICAL_STRUCTURE_CORRUPTION (109)', [
    'a3a0d1f25c1170e5, Reserved',
    'b3b75e78ae93e3c8, Reserved Arg3:',
    'fffff80122d41c30, Failure type dependent information',
    '0000000000000001, Type of corrupted region, can be',
  ]);
  assert.deepEqual(third, {
    en: 'Failure type dependent information',
    zh: '调试器注明：Failure type dependent information',
  });
  assert.match(fourth?.en ?? '', /A function was changed/);
});

test('a zero that the debugger promises and the value breaks is no reservation', () => {
  const [, second, , fourth] = meaningsOf('CLOCK_WATCHDOG_TIMEOUT (101)', [
    '0000000000000018, Clock interrupt time out interval in nominal clock ticks.',
    '0000000000000000, 0.',
    'ffffd10091c40180, The PRCB address of the hung processor.',
    '0000000000000005, 0.',
  ]);
  assert.equal(second?.en, 'Reserved.');
  assert.match(fourth?.en ?? '', /Index of the hung processor/);
});

test('a kind that no table lists is told in the words of the debugger, and only a kind', () => {
  const rows = ['0000000000000013, IOMMU operation failure', '0000000000000800, Block operation', '0000000000000000'];
  const [first] = meaningsOf('PNP_DETECTED_FATAL_ERROR (ca)', rows);
  assert.equal(first?.en, 'Kind of violation – 0x13: IOMMU operation failure');
  assert.match(first?.zh ?? '', /0x13，调试器注明：IOMMU operation failure/);
  const [listed] = meaningsOf('PNP_DETECTED_FATAL_ERROR (ca)', ['0000000000000001, Duplicate PDO']);
  assert.match(listed?.en ?? '', /Two PDOs of one driver/);
  const [general] = meaningsOf('PNP_DETECTED_FATAL_ERROR (ca)', ['0000000000000013, Type of error.']);
  assert.equal(general?.en, 'Kind of violation.');
});
