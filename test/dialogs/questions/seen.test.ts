import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type MemoryState, openMemoryState } from '../../support/memory-state.ts';
import { speakIn } from '../speak.ts';

let state: MemoryState;
before(async () => {
  state = await openMemoryState();
});
after(() => state.close());

/** A request in a stack of devices: its drivers stand there by the names of their services only. */
const HELD = `0: kd> !analyze -v
DRIVER_POWER_STATE_FAILURE (9f)
Arguments:
Arg1: 0000000000000003, A device object has been blocking an Irp for too long a time
Arg2: ffffaa8f1d2b3060, Physical Device Object of the stack
Arg3: fffff8026c07f850, nt!TRIAGE_9F_POWER
Arg4: ffffaa8f2c8c9010, The blocked IRP

IMAGE_NAME:  pci.sys
FAULTING_MODULE: fffff80263d10000 acmebus

0: kd> !irp ffffaa8f2c8c9010
Irp is active with 3 stacks 2 is current (= 0xffffaa8f2c8c9170)
 No Mdl: No System Buffer: Thread 00000000:  Irp stack trace.  Pending has been returned
     cmd  flg cl Device   File     Completion-Context
 [N/A(0), N/A(0)]
            0  0 00000000 00000000 00000000-00000000    

			Args: 00000000 00000000 00000000 00000000
>[IRP_MJ_POWER(16), IRP_MN_SET_POWER(2)]
            0 e1 ffffaa8f1d9c0050 00000000 fffff80264a5a3b0-ffffaa8f1e0a1010 Success Error Cancel pending
	       \\Driver\\AcmeNic	acmeport!PowerIrpComplete
			Args: 00000000 00000001 00000004 00000002
 [IRP_MJ_POWER(16), IRP_MN_SET_POWER(2)]
            0 e1 ffffaa8f1e0a1010 00000000 fffff80213ab1230-ffffaa8f2d7b1c50 Success Error Cancel pending
	       \\Driver\\acmeupper	nt!PopRequestCompletion
			Args: 00000000 00000001 00000004 00000002

0: kd> !devstack ffffaa8f1d9c0050
  !DevObj           !DrvObj            !DevExt           ObjectName
> ffffaa8f1d9c0050  \\Driver\\acmelower  ffffaa8f1d9c01a0  NTPNP_PCI0004
`;

test('who stands in the paste by a service, a symbol or a field is seen there, in questions of either language', async () => {
  const say = speakIn(state, 'held');
  await say(HELD);
  const asked = ['acmenic', 'acmenic.sys', 'acmeupper', 'acmelower.sys', 'acmeport', 'acmebus', 'pci'];
  for (const name of asked) {
    for (const question of [`what is ${name}?`, `why not ${name}?`, `${name} 是什么驱动`, `为什么不是 ${name}`]) {
      assert.doesNotMatch(await say(question), /stands nowhere|没有出现|did not understand|没有看懂/, question);
    }
  }
  assert.match(
    await say('why not acmeupper.sys?'),
    /acmeupper\.sys is there, but nothing points to it[\s\S]*\\Driver\\acmeupper/,
  );
  assert.match(await say('what is acmenic?'), /that driver holds the request/);
});

test('who is not there still is told to stand nowhere', async () => {
  const say = speakIn(state, 'nowhere');
  await say(HELD);
  for (const question of ['what is acmeother.sys?', 'why not acmeother.sys?']) {
    assert.match(await say(question), /acmeother\.sys stands nowhere in what was pasted/, question);
  }
});
