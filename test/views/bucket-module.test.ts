import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bucketModule } from '#src/diagnosis/views/bucket-module.ts';

const CASES: readonly (readonly [bucket: string | null, module: string | null])[] = [
  ['0x50_acmeflt+27637', 'acmeflt'],
  ['AV_acmeflt!unknown_function', 'acmeflt'],
  ['AV_VRF_acme_flt!Dispatch', 'acme_flt'],
  ['AV_CODE_AV_PAGED_IP_AcmeTest!Pageable', 'AcmeTest'],
  ['0x9F_4_acmefs!Unload', 'acmefs'],
  ['LKD_0x117_IMAGE_acmegpu.sys', 'acmegpu.sys'],
  ['AV_NETIO!WfpFoo', 'NETIO'],
  ['0x139_1d_INVALID_BALANCED_TREE_AcmeTest!unknown_function', 'AcmeTest'],
  ['0x8E_acmeflt+2e04', 'acmeflt'],
  ['0x119_a000_ACME_RESET_ENGINE_acmegms!ResetEngine', 'acmegms'],
  ['MEMORY_CORRUPTION_LARGE', null],
  ['ZEROED_STACK', null],
  ['', null],
  [null, null],
];

for (const [bucket, module] of CASES) {
  test(`the bucket ${bucket} names ${module}`, () => {
    assert.equal(bucketModule(bucket), module);
  });
}

test('a tail that names a module is believed before the spelling', () => {
  const isModule = (name: string) => name === 'acme_gms';
  assert.equal(bucketModule('0x119_a000_Reset_Engine_acme_gms!ResetEngine', isModule), 'acme_gms');
});
