import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';

const knowledge = loadKnowledge();

function isLive(fields: string): boolean | undefined {
  const text = `BUGCODE_USB3_DRIVER (144)
Arguments:
Arg1: 0000000000003003
Arg2: ffffb40d1a2b3c40
Arg3: 0000000040010000
Arg4: 0000000000000000

${fields}`;
  return diagnose([{ source: null, text }], knowledge).crashes[0]?.judgement.failure.live;
}

test('the bucket and the attributes of the file tell a report of a machine that went on', () => {
  assert.equal(isLive('FAILURE_BUCKET_ID:  LKD_0x144_DEVICE_ENUMERATION_FAILURE_IMAGE_UsbHub3.sys'), true);
  assert.equal(isLive('DUMP_FILE_ATTRIBUTES: 0x18\n  Kernel Generated Triage Dump\n  Live Generated Dump'), true);
});

test('a stop of the same code is none', () => {
  assert.equal(isLive('FAILURE_BUCKET_ID:  0x144_INVALID_PHYSICAL_LENGTH_acmeusb!unknown_function'), undefined);
  assert.equal(isLive('DUMP_FILE_ATTRIBUTES: 0x8\n  Kernel Generated Triage Dump'), undefined);
});
