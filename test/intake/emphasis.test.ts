import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stripEmphasis } from '#src/diagnosis/intake/emphasis.ts';

/** What Markdown and forums put around words of debugger output. */

const MARKED: readonly [marked: string, plain: string][] = [
  ['**acmeflt.sys**+1bae0', 'acmeflt.sys+1bae0'],
  ['**ACMENET!AcmePause**+0x3d', 'ACMENET!AcmePause+0x3d'],
  ['BugCheck name : [ACME_FAULT](https://example.com/q=ACME_FAULT)', 'BugCheck name : ACME_FAULT'],
  ['__ACME_LOOKASIDE_FAULT (7f)__  ', 'ACME_LOOKASIDE_FAULT (7f)  '],
  ['PROCESS_NAME:  ·acmesvc.exe·', 'PROCESS_NAME:  acmesvc.exe'],
  [
    '[COLOR=Blue]*** STOP: 0x0000007B (0xF8955640, 0x0, 0x0, 0x0)[/COLOR]',
    '*** STOP: 0x0000007B (0xF8955640, 0x0, 0x0, 0x0)',
  ],
];

for (const [marked, plain] of MARKED) {
  test(`takes the marks off "${marked}"`, () => {
    assert.equal(stripEmphasis(marked), plain);
  });
}

const KEPT = [
  '*******************************************************************************',
  '*                        Bugcheck Analysis                                    *',
  '03 ffff8401`32bdd890 fffff801`40673b5f nt!__C_specific_handler+0x9f',
  '+0x090 NetBufferListInfo : [26] (null)',
  'acmeflt!Release(void ** place)+0x1f',
  '[d:\\acme\\source.c @ 12](see below)',
];

for (const line of KEPT) {
  test(`leaves "${line}" alone`, () => {
    assert.equal(stripEmphasis(line), line);
  });
}
