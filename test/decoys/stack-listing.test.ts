import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printFrameRow, readFrameRow } from '#tools/decoys/frame-row.ts';
import { insertFrames, stackListings, withUnwindWarning } from '#tools/decoys/stack-listing.ts';
import { DRAWING_X86, REGISTRY_X64, REQUEST_KN } from './pastes.ts';

const PLANT = { symbol: 'quvdrv+0x1a2b', address: 0xffff_f801_2a00_1a2bn };

/** One row of every layout that the debugger prints. */
const ROWS = [
  'ffff870e`88525ae0 00007ffb`bd5706a4     : 00000000`00000000 00000000`00000000 : nt!KiSystemServiceCopyEnd+0x25',
  '97e2b9d0 8fac3e53 856cfe70 856cfe70 00000000 avgtdix+0x2e04',
  '00 ffffe60f`3790d4a8 fffff805`057d9e34     nt!KeBugCheckEx',
  ' a ffffb88f1487f0c0 fffff8073d0514a0 Driver+0x156b',
  '02        40 ffffdc0e`9ee66850 fffff800`2b7f8801     dxgmms2!VidSchiMarkDeviceAsError+0x4d  ',
  '... : MyDriver!OnInterrupt+0x69 ...',
  '  storport!RaidUnitFreeResources',
  '0031dad8 00000000 00000000 00000000 00000000 0x76ed70d4',
];

test('a row is printed as it was read', () => {
  for (const line of ROWS) {
    const row = readFrameRow(line);
    assert.ok(row, line);
    assert.equal(printFrameRow(row), line);
  }
});

test('code, labels, registers and prose are no frames', () => {
  for (const line of [
    'fffff802`40d322fd eb07            jmp     nt!RtlSubtreePredecessor+0x16 (fffff802`40d32306)',
    'nt!memcpy+0x33:',
    'rax=0000000000000002 rbx=0000000000000000 rcx=0000000000000000',
    'Arg1: 0000000000000011, (reserved)',
    'FAILURE_BUCKET_ID:  0x51_nt!CmpFreeKeyControlBlock',
    'the driver nt!KeBugCheckEx was named',
  ]) {
    assert.equal(readFrameRow(line), null, line);
  }
});

test('return addresses lead through a planted frame, and stack pointers rise', () => {
  const lines = REGISTRY_X64.split('\n');
  const [listing] = stackListings(lines);
  assert.ok(listing);
  const planted = insertFrames(lines, listing, 3, [PLANT]);
  const at = planted.findIndex((line) => line.includes('quvdrv'));
  assert.deepEqual(
    planted.slice(at - 1, at + 2).map((line) => line.slice(0, 35)),
    [
      'ffff870e`88525a50 fffff801`2a001a2b',
      'ffff870e`88525a90 fffff803`82a2bbe5',
      'ffff870e`88525ae0 00007ffb`bd5706a4',
    ],
  );
});

test('where two frames leave no room, all below move down the stack, user frames apart', () => {
  const lines = [
    'a1ba1c04 82a5aa06 0000001c 00000000 00000000 nt!NtDeviceIoControlFile+0x2a',
    'a1ba1c04 77ce70d4 0000001c 00000000 00000000 nt!KiSystemServicePostCall',
    '0018dc2c 00000000 00000000 00000000 00000000 0x77ce70d4',
  ];
  const [listing] = stackListings(lines);
  assert.ok(listing);
  assert.deepEqual(insertFrames(lines, listing, 0, [{ symbol: 'quvdrv+0x1a2b', address: 0x9a00_1a2bn }]), [
    'a1ba1c04 9a001a2b 0000001c 00000000 00000000 nt!NtDeviceIoControlFile+0x2a',
    'a1ba1c1c 82a5aa06 0000001c 00000000 00000000 quvdrv+0x1a2b',
    'a1ba1c1c 77ce70d4 0000001c 00000000 00000000 nt!KiSystemServicePostCall',
    '0018dc2c 00000000 00000000 00000000 00000000 0x77ce70d4',
  ]);
});

test('frame numbers count on in their width', () => {
  const lines = REQUEST_KN.trimEnd().split('\n');
  const [listing] = stackListings(lines);
  assert.ok(listing);
  const planted = insertFrames(lines, listing, 5, [PLANT, PLANT]);
  assert.deepEqual(
    planted.slice(2).map((line) => line.slice(0, 3)),
    ['00 ', '01 ', '02 ', '03 ', '04 ', '05 ', '06 ', '07 ', '08 ', '09 ', '0a '],
  );
});

test('a 32-bit debugger says once, above the first driver without symbols, that it has none', () => {
  const note = 'WARNING: Stack unwind information not available. Following frames may be wrong.';
  const lines = DRAWING_X86.split('\n');
  const [listing] = stackListings(lines);
  assert.ok(listing);
  const once = withUnwindWarning(insertFrames(lines, listing, 3, [PLANT]), PLANT.symbol);
  assert.equal(once.indexOf(note), once.findIndex((line) => line.includes('quvdrv')) - 1);
  const [again] = stackListings(once);
  assert.ok(again);
  const upper = { symbol: 'joldrv+0x10', address: 0x9a00_0010n };
  const twice = withUnwindWarning(insertFrames(once, again, 2, [upper]), upper.symbol);
  assert.deepEqual(
    twice.flatMap((line, at) => (line === note ? [at] : [])),
    [twice.findIndex((line) => line.includes('joldrv')) - 1],
  );
});

test('raw stack memory is no call chain', () => {
  const dps = [
    '0: kd> dps ffff870e`88525a50 L3',
    'ffff870e`88525a50  fffff803`82a2bbe5 nt!KiSystemServiceCopyEnd+0x25',
    'ffff870e`88525a58  fffff803`82a2bbe5 nt!KiSystemServiceCopyEnd+0x25',
    'ffff870e`88525a60  fffff803`82a2bbe5 nt!KiSystemServiceCopyEnd+0x25',
  ];
  assert.deepEqual(stackListings(dps), []);
  assert.equal(stackListings([...dps, '', ...REQUEST_KN.split('\n')]).length, 1);
});
