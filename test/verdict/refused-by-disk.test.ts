import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze } from './debugger-text.ts';
import { judged } from './verdict-of.ts';

const ENDED = analyze('f4', ['3', 'fffffa8009a1b060', 'fffffa8009a1b340', 'fffff80002d8b5d0']);
const REFUSED = `
EXCEPTION_CODE: (NTSTATUS) 0xc0000006 - The required data was not placed into memory.

ERROR_CODE: (NTSTATUS) 0xc000000e - A device which does not exist was specified.
`;

test('a process that ended because its disk was gone: the status is named, and the disk is checked', () => {
  const { verdict, suspects, recommendations } = judged(`${ENDED}${REFUSED}\nIMAGE_NAME:  hardware_disk\n`).judgement;
  assert.equal(verdict.culprit, 'hardware');
  assert.match(
    suspects[0]?.evidence.map(({ text }) => text.en).join(' ') ?? '',
    /answered 0xc000000e \(STATUS_NO_SUCH_DEVICE\)/,
  );
  assert.equal(recommendations[0]?.id, 'check-disk');
  assert.ok(recommendations.every(({ id }) => !/which-process|complete-dump/.test(id)));
});

test('what stands in place of an image is no driver that we contradict', () => {
  const { verdict } = judged(`${ENDED}${REFUSED}\nIMAGE_NAME:  hardware_disk\n`).judgement;
  assert.equal(verdict.againstAnalyze, null);
});

test('the status may stand in the name of the bucket, or in a field of its own; the program that ended proves nothing', () => {
  for (const printed of ['IO_ERROR: (NTSTATUS) 0xc0000185 - The I/O device reported an I/O error.', '']) {
    const text = `${ENDED}${printed}\nIMAGE_NAME:  csrss.exe\n\nBUGCHECK_STR:  0xF4_IOERR_C0000185\n`;
    const { verdict, suspects } = judged(text).judgement;
    assert.equal(verdict.culprit, 'hardware');
    assert.match(suspects[0]?.evidence[0]?.text.en ?? '', /answered 0xc0000185 \(STATUS_IO_DEVICE_ERROR\)/);
    assert.ok(suspects.every(({ driver }) => driver !== 'os'));
  }
});

test('a status that the reply explains is not asked of the debugger', () => {
  const { nextCommands } = judged(
    analyze('7a', ['fffff6fc40012a38', 'ffffffffc000000e', '3f1c4860', 'fffff8800254715c']),
  ).judgement;
  assert.ok(nextCommands.every(({ command }) => !command.startsWith('!error')));
});
