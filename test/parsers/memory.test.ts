import assert from 'node:assert/strict';
import { test } from 'node:test';
import { power } from '#src/diagnosis/parsers/devices/power.ts';
import { errorCode } from '#src/diagnosis/parsers/execution/error-code.ts';
import { memory } from '#src/diagnosis/parsers/memory/memory.ts';
import { poolUsed } from '#src/diagnosis/parsers/memory/pool-used.ts';
import { PROSE, sectionOf } from './section-of.ts';

function uses(command: string | null, text: string) {
  const section = sectionOf(command, text);
  const facts = memory.accepts(section) ? (memory.read(section).addresses ?? []) : [];
  return facts.map((fact) => [fact.command, fact.address, fact.usage, fact.module]);
}

test('reads the address fields of !analyze, also below the complaints about symbols', () => {
  assert.deepEqual(uses('!analyze -v', 'WRITE_ADDRESS:  00000004 Nonpaged pool'), [
    ['WRITE_ADDRESS', '0x4', 'Nonpaged pool', null],
  ]);
  const complaints =
    'READ_ADDRESS: fffff80149d6e3b8: Unable to get MiVisibleState\nUnable to get NonPagedPoolStart\n ffffe5068d8a4000 Paged pool';
  assert.deepEqual(uses('!analyze -v', complaints), [['READ_ADDRESS', '0xffffe5068d8a4000', 'Paged pool', null]]);
});

test('reads !pte of an address that is not mapped, and !address', () => {
  const pte =
    '                                           VA fffff80422223333\nPXE at FFFFF6FB7DBEDF80    PPE at FFFFF6FB7DBF0080\ncontains 0000000000000000\nnot valid';
  assert.deepEqual(uses('!pte fffff80422223333', pte), [['!pte', '0xfffff80422223333', 'not valid', null]]);
  const region =
    'Usage:                  Module\nBase Address:           fffff804`22220000\nModule name:            acmeflt';
  assert.deepEqual(uses('!address fffff80422223333', region), [
    ['!address', '0xfffff80422223333', 'Module', 'acmeflt'],
  ]);
});

test('an address inside a complaint about symbols is not the one read', () => {
  const line = 'READ_ADDRESS: GetPointerFromAddress: unable to read from 82b7484c';
  assert.deepEqual(uses('!analyze -v', line), []);
  assert.deepEqual(uses('!analyze -v', `${line} Unable to read memory at 82b53780 ffff8888`), [
    ['READ_ADDRESS', '0xffff8888', '', null],
  ]);
});

test('a mapped address says nothing', () => {
  const pte = 'VA fffff80422223333\nPXE at FFFFF6FB7DBEDF80\ncontains 0000000001208063\npfn 1208 ---DA--KWEV';
  assert.deepEqual(uses('!pte fffff80422223333', pte), []);
});

test('reads !poolused and PoolMon, with the owner where one is known', () => {
  const section = sectionOf(
    '!poolused 2',
    '   Pool Used:\n Tag    Allocs     Used    Allocs     Used\n Acme    1200   983040         2      384Acme packets , Binary: acmeflt.sys\n Xyz9       1      520         0        0UNKNOWN pooltag',
  );
  assert.ok(poolUsed.accepts(section));
  assert.deepEqual(poolUsed.read(section).poolUses, [
    { tag: 'Acme', bytes: 983424, allocations: 1202, owner: 'acmeflt.sys', lines: [3, 3] },
    { tag: 'Xyz9', bytes: 520, allocations: 1, owner: null, lines: [4, 4] },
  ]);
  const monitor = sectionOf(
    null,
    ' Acme Nonp    1200 (   0)       100 (   0)     1100 983040 (     0)    893  [acmeflt]',
  );
  assert.deepEqual(poolUsed.read(monitor).poolUses?.[0]?.owner, 'acmeflt');
});

test('reads !error', () => {
  const section = sectionOf(
    '!error c0000005',
    'Error code: (NTSTATUS) 0xc0000005 (3221225477) - The instruction at 0x%p referenced memory.',
  );
  assert.ok(errorCode.accepts(section));
  assert.equal(errorCode.read(section).fields?.[0]?.name, '!error 0xc0000005');
});

test('reads power requests with the device that holds them', () => {
  const section = sectionOf(
    '!poaction',
    'PopIrpList:\n  IRP: ffffe001c2a3b010 (set/D3,), PDO: ffffe001c2a3b020, CURRENT: ffffe001c2a3b030, NOTIFY: ffffe001c2a3b040',
  );
  assert.ok(power.accepts(section));
  const [request] = power.read(section).irps ?? [];
  assert.equal(request?.address, '0xffffe001c2a3b010');
  assert.equal(request?.locations[0]?.device, '0xffffe001c2a3b030');
  assert.equal(request?.locations[0]?.minor, 'IRP_MN_SET_POWER');
});

test('stays silent on prose', () => {
  assert.deepEqual(uses(null, PROSE), []);
  for (const parser of [poolUsed, errorCode, power]) {
    assert.equal(parser.accepts(sectionOf(null, PROSE)), false, parser.command);
  }
});
