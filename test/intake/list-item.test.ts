import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unwrapListItem } from '#src/diagnosis/intake/list-item.ts';
import { readCrashes } from '#src/diagnosis/read-crashes.ts';

/** Fields that somebody made items of a list. */

const ITEMS: readonly [item: string, field: string][] = [
  ['- Bug Check Code :     0x1000007e', 'Bug Check Code : 0x1000007e'],
  ['- Parameter 1:           ffffffff`c0000005', 'Parameter 1: ffffffff`c0000005'],
  ['*   Stop code: `ACME_LOOKASIDE_FAULT`', 'Stop code: ACME_LOOKASIDE_FAULT'],
  ['*   **What failed:** `acmeflt.sys`', 'What failed: acmeflt.sys'],
  ['* `IMAGE_NAME: acmeflt.sys`', 'IMAGE_NAME: acmeflt.sys'],
  ['- **`FAILURE_BUCKET_ID`**: `AV_acmeflt!AcmeRead`', 'FAILURE_BUCKET_ID: AV_acmeflt!AcmeRead'],
  ['• 停止代码:`ACME_LOOKASIDE_FAULT`', '停止代码: ACME_LOOKASIDE_FAULT'],
];

for (const [item, field] of ITEMS) {
  test(`reads the field of "${item}"`, () => {
    assert.equal(unwrapListItem(item), field);
  });
}

const KEPT = [
  '*ffffb10a00000010 size:   40 previous size:   10  (Allocated) *Acme',
  '*** STOP: 0x00000050 (0xfffff80000000008, 0x0, 0xfffff8012f6d94fd, 0x0)',
  '*                        Bugcheck Analysis                                    *',
  '* Core issue: it stops when a volume is mounted',
  '- `acmeflt.sys`: the filter of the backup',
  '00000000`00000001 00000000`00000002',
  'Parameter 1: ffffffff`c0000005',
];

for (const line of KEPT) {
  test(`leaves "${line}" alone`, () => {
    assert.equal(unwrapListItem(line), line);
  });
}

function stopsOf(text: string): string[] {
  return readCrashes([{ source: null, text }]).crashes.map(({ bugcheck, facts }) =>
    [bugcheck?.code, bugcheck?.name, ...(bugcheck?.args ?? []), ...facts.namedDrivers.map(({ image }) => image)].join(
      ' ',
    ),
  );
}

test('reads a stop that is told in a list, with tabs behind its colons', () => {
  const listed =
    '- Bug Check String:     ACME_THREAD_STOP\n- Bug Check Code :     0x0000007e\n- Parameter 1: \t         ffffffff`c0000005\n- Parameter 2:\t         fffff80e`00000007\n- Parameter 3: \t         1\n- Parameter 4:             2\n- Caused By Driver:     acmeflt.sys';
  assert.deepEqual(stopsOf(listed), [
    '0x7e ACME_THREAD_STOP 0xffffffffc0000005 0xfffff80e00000007 0x1 0x2 acmeflt.sys',
  ]);
  const screen =
    '### Summary\n*   Core issue: it stops.\n*   Stop code: `ACME_LOOKASIDE_FAULT`\n*   What failed: `acmeflt.sys`';
  assert.deepEqual(stopsOf(screen), [' ACME_LOOKASIDE_FAULT acmeflt.sys']);
});

test('a list of other fields is no crash', () => {
  const text =
    '- Product Code :     0x0000007e\n- Parameter 1:  verbose\n- Parameter 2:  quiet\n* Exit code: `ACME_FAILED_EARLY`';
  assert.deepEqual(stopsOf(text), []);
});

test('reads the header of a quoted analysis, and no stop of a quoted name', () => {
  const header = '"ACME_UNCORRECTABLE_ERROR (124)';
  assert.deepEqual(
    stopsOf(`${header}\nIt failed.\nArguments:\nArg1: 0000000000000000, source\nArg2: fffffa8008045c6e, record`),
    ['0x124 ACME_UNCORRECTABLE_ERROR 0x0 0xfffffa8008045c6e  '],
  );
  assert.deepEqual(stopsOf(`${header}" is what the page is about.`), []);
});
