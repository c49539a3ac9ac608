import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';

const knowledge = loadKnowledge();

/** The blocked request is at one device, and the stack of another one is shown. */
function weightOfStack(request: string): string | undefined {
  const text = `0: kd> !analyze -v

DRIVER_POWER_STATE_FAILURE (9f)
A driver has failed to complete a power IRP within a specific time.
Arguments:
Arg1: 0000000000000003, A device object has been blocking an Irp for too long a time
Arg2: ffffa58007b13440, Physical Device Object of the stack
Arg3: fffff2b72156c3d8, nt!_TRIAGE_9F_POWER on Win7 and higher
Arg4: ffffa5800ab61bd0, The blocked IRP

0: kd> !poaction
Allocated power irps (PopIrpList - fffff801332f44f0)
  IRP: ffffa5800cc01010 (${request}), PDO: ffffa58009913440, CURRENT: ffffa58009913440
  IRP: ffffa5800ab61bd0 (set/D3,), PDO: ffffa58007b13440, CURRENT: ffffa58007b13440

0: kd> !devstack ffffa58009913440
  !DevObj           !DrvObj            !DevExt           ObjectName
  ffffa5800993f060  \\Driver\\acmefilt     ffffa5800993f1b0
> ffffa58009913440  \\Driver\\usbhub3     ffffa58009913590  USBPDO-9`;
  const [crash] = diagnose([{ source: null, text }], knowledge).crashes;
  const suspect = crash?.judgement.suspects.find(({ driver }) => driver === 'acmefilt.sys');
  return suspect?.evidence.find(({ rule }) => rule === 'device-stack-driver')?.weight;
}

test('a device that only waits to be woken is not the one that did not answer', () => {
  assert.equal(weightOfStack('wait-wake/S0'), 'weak');
  assert.equal(weightOfStack('set/D3,'), 'moderate');
});
