import assert from 'node:assert/strict';
import { test } from 'node:test';
import { verifier } from '#src/diagnosis/parsers/memory/verifier.ts';
import { PROSE, sectionOf } from './section-of.ts';

function read(text: string) {
  const section = sectionOf('!verifier 3', text);
  const { verifiers = [], namedDrivers = [] } = verifier.accepts(section) ? verifier.read(section) : {};
  return { verifiers, namedDrivers };
}

test('reads the level, the drivers watched, and what one of them left behind', () => {
  const { verifiers, namedDrivers } = read(`Verify Flags Level 0x000209bb

  STANDARD FLAGS:
    [X] (0x00000001) Special pool

Driver Verification List
------------------------

  MODULE: 0x84226b28 acmeflt.sys (Loaded)

      Current Pool Allocations: ( 0x00000003 / 0x00000000 )
  MODULE: 0x84226c28 acmeold.sys (Loaded)
      Current Pool Allocations: ( 0x00000000 / 0x00000000 )`);
  assert.deepEqual(verifiers, [
    { flags: '0x209bb', drivers: ['acmeflt.sys', 'acmeold.sys'], inDebugger: true, lines: [1, 12] },
  ]);
  assert.deepEqual(
    namedDrivers.map((driver) => [driver.image, driver.by, driver.strength]),
    [['acmeflt.sys', 'leaked', 'mentions']],
  );
});

const TARGET = (state: string) =>
  `nt!_VF_TARGET_DRIVER 0xffffcb84387a1e10: acmefilt.sys (${state})\n      Current Pool Allocations: ( 0x00000001 / 0x00000000 )`;

test('what a driver has allocated is a leak once it was unloaded', () => {
  const { verifiers, namedDrivers } = read(TARGET('Loaded and Unloaded'));
  assert.deepEqual(verifiers, [{ flags: null, drivers: ['acmefilt.sys'], inDebugger: true, lines: [1, 1] }]);
  assert.deepEqual(
    namedDrivers.map(({ image, by }) => [image, by]),
    [['acmefilt.sys', 'leaked']],
  );
  assert.deepEqual(read(TARGET('Loaded')).namedDrivers, []);
});

test('reads the older table and the list of verifier /query', () => {
  const table =
    'Verify Level 9bb ... enabled options are:\nEntry     State   NonPagedPool   PagedPool   Module\nfffffa8003b6f810 Loaded           000000a0       00000854    acmeflt.sys';
  assert.deepEqual(read(table).verifiers[0]?.drivers, ['acmeflt.sys']);
  const query = 'Verifier Flags: 0x00000001\n\nVerified drivers:\n\nacmeflt.sys\nacmeold.sys';
  assert.deepEqual(read(query).verifiers[0]?.drivers, ['acmeflt.sys', 'acmeold.sys']);
});

test('a bucket that names the verifier tells that it was on, and nothing else', () => {
  assert.deepEqual(read('DEFAULT_BUCKET_ID:  VERIFIER_ENABLED_VISTA_MINIDUMP').verifiers, [
    { flags: null, drivers: [], inDebugger: false, lines: [1, 1] },
  ]);
});

test('stays silent on advice to run the verifier and on prose', () => {
  const advice = 'Run verifier, choose standard settings, select acmeflt.sys and restart.\nacmeflt.sys';
  assert.deepEqual(read(advice), { verifiers: [], namedDrivers: [] });
  assert.deepEqual(read(PROSE), { verifiers: [], namedDrivers: [] });
});
