import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCrashes } from '#src/diagnosis/read-crashes.ts';

const STOP =
  'Bugcheck code 000000d1\nArguments ffffaf07`33d1c0a8 00000000`00000002 00000000`00000000 fffff80b`22d41c30\n';

function factsBeside(prose: string) {
  const { crashes } = readCrashes([{ source: null, text: `${STOP}\n${prose}\n` }]);
  assert.ok(crashes[0]);
  return crashes[0].facts;
}

test('sentences about failing hardware are no records of it', () => {
  for (const prose of [
    'A machine check exception is raised by the processor when it finds an error of its own.',
    'In the past we had a Machine Check Exception on another host, and that one was a bad DIMM.',
    'This is typically due to a hardware malfunction. The hardware supplier should be called.',
    'Somebody suggested NMI_HARDWARE_FAILURE, but that is another code.',
    'An entry such as BUSLG_SRC_ERR_M_NOTIMEOUT_ERR would have shown up in the log.',
    '以前另一台机器出现过 Machine Check Exception，那次是内存条坏了。',
  ]) {
    assert.deepEqual(factsBeside(prose).hardwareErrors, [], prose);
  }
});

test('rows of a record are', () => {
  const header = 'WHEA_UNCORRECTABLE_ERROR (124)\nArguments:\nArg1: 0000000000000000, Machine Check Exception\n';
  const [whea] = readCrashes([{ source: null, text: header }]).crashes;
  assert.deepEqual(
    whea?.facts.hardwareErrors.map(({ source }) => source),
    ['machine-check'],
  );
  for (const row of [
    'Error         : DCACHEL1_DRD_ERR (Proc 3 Bank 0)',
    'BUSLG_SRC_ERR_M_NOTIMEOUT_ERR (Proc 0 Bank 4)',
    '*** NMI: Parity Check / Memory Parity Error',
  ]) {
    assert.equal(factsBeside(row).hardwareErrors.length, 1, row);
  }
});

test('somebody who suspects corruption, or names a verifier stop, has shown neither', () => {
  const facts = factsBeside(
    'My guess is a corrupted stack, or MEMORY_CORRUPTION_ONE_BIT as on the other box.\n' +
      'After DRIVER_VERIFIER_DETECTED_VIOLATION last week we updated the driver plumvid.sys and it was quiet.',
  );
  assert.deepEqual([facts.corruptions, facts.namedDrivers.filter(({ strength }) => strength === 'points')], [[], []]);
  const bucket = factsBeside('FAILURE_BUCKET_ID:  MEMORY_CORRUPTION_ONE_BIT');
  assert.deepEqual(
    bucket.corruptions.map(({ how }) => how),
    ['single-bit'],
  );
});

test('a page that says what a field holds has no values', () => {
  for (const row of [
    'PROCESS_NAME: the program that was current at that moment',
    'IMAGE_NAME: file that the debugger takes for the cause',
    'FAILURE_BUCKET_ID: text by which equal crashes are gathered',
  ]) {
    assert.deepEqual(factsBeside(row).fields, [], row);
  }
  for (const row of [
    'PROCESS_NAME: Memory Compression',
    'MODULE_NAME: acmenet as you can see',
    'IMAGE_NAME: acmenet.sys as you can see',
    'PROCESS_NAME: my own tool.exe',
  ]) {
    assert.equal(factsBeside(row).fields.length, 1, row);
  }
});
