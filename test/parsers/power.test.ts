import assert from 'node:assert/strict';
import { test } from 'node:test';
import { power } from '#src/diagnosis/parsers/devices/power.ts';
import { sectionOf } from './section-of.ts';

function requests(command: string, text: string): string[] {
  const section = sectionOf(command, text);
  const irps = power.accepts(section) ? (power.read(section).irps ?? []) : [];
  return irps.map(
    ({ address, lines, locations: [at] }) => `${lines[0]}: ${address} ${at?.minor} ${at?.device} ${at?.driver}`,
  );
}

test('reads the requests of !poaction that are at a device, and the thread that works on one', () => {
  const text = `PopAction: fffff801332f3fe0
  State..........: 0 - Idle

Allocated power irps (PopIrpList - fffff801332f44f0)
  IRP: ffffe0001d53d8f0 (wait-wake/S0), PDO: ffffe00013cae060
  IRP: ffffe00013d07420 (set/D3,), PDO: ffffe00012daf840, CURRENT: ffffe00012dd5040

Irp worker threads (PopIrpThreadList - fffff801332f3100)
  THREAD: ffffe0000ef5d040 (static)
  THREAD: ffffe0000ef5e040 (static), IRP: ffffe00013d07420, DEVICE: ffffe00012dd5040`;
  assert.deepEqual(requests('!poaction', text), [
    '6: 0xffffe00013d07420 IRP_MN_SET_POWER 0xffffe00012dd5040 null',
    '10: 0xffffe00013d07420 null 0xffffe00012dd5040 null',
  ]);
});

test('reads the requests of !poreqlist, and takes the driver of their device for no holder', () => {
  const text = `All active Power Irps from PoRequestPowerIrp
PopReqestedPowerIrpList
FieldOffset = 00000004
Irp 825cef20 DevObj 822b11a0 \\Driver\\ACPI Ctx 00000005 * Wait Wake S4
Irp 836bce28 DevObj 8211c310 \\Driver\\acmekbd Ctx 00000003   Set Power D3 ShutdownType 2`;
  assert.deepEqual(requests('!poreqlist', text), [
    '4: 0x825cef20 IRP_MN_WAIT_WAKE 0x822b11a0 null',
    '5: 0x836bce28 IRP_MN_SET_POWER 0x8211c310 null',
  ]);
});
