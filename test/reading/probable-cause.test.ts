import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCrashes } from '#src/diagnosis/read-crashes.ts';

const BANNER = `Use !analyze -v to get detailed debugging information.

BugCheck D1, {18, 2, 0, fffff880012a4077}

`;

function shown(text: string) {
  const [crash] = readCrashes([{ source: null, text: `${BANNER}${text}\n` }]).crashes;
  return [crash?.image, crash?.symbol];
}

const BOTH = ['acmeflt.sys', 'acmeflt!AcmeSend+6c'];

const WAYS = [
  'Probably caused by : acmeflt.sys ( acmeflt!AcmeSend+6c )',
  'Probably caused by: acmeflt.sys (acmeflt!AcmeSend+6c)',
  '**Probably caused by : acmeflt.sys ( acmeflt!AcmeSend+6c )**',
  'Probably caused by : `acmeflt.sys` ( `acmeflt!AcmeSend+6c` )',
  'PROBABLY CAUSED BY : acmeflt.sys ( acmeflt!AcmeSend+6c )',
  'Probably caused by : acmeflt.sys (\nacmeflt!AcmeSend+6c )',
];

for (const way of WAYS) {
  test(`reads image and symbol: ${JSON.stringify(way)}`, () => {
    assert.deepEqual(shown(way), BOTH);
  });
}

test('reads the image where no symbol is printed', () => {
  assert.deepEqual(shown('Probably caused by : acmeflt.sys'), ['acmeflt.sys', null]);
});

test('what was found to blame without a file is neither', () => {
  for (const text of ['memory_corruption', 'Unknown_Image ( ANALYSIS_INCONCLUSIVE )', 'hardware']) {
    assert.deepEqual(shown(`Probably caused by : ${text}`), [null, null]);
  }
});

test('the fields of the full analysis come first', () => {
  const text = `Probably caused by : ntkrnlmp.exe ( nt!KiPageFault+260 )

0: kd> !analyze -v
SYMBOL_NAME:  acmeflt+1f92
IMAGE_NAME:  acmeflt.sys
`;
  assert.deepEqual(shown(text), ['acmeflt.sys', 'acmeflt+1f92']);
});

test('a cause of somebody’s sentence is no image', () => {
  assert.deepEqual(shown('It was probably caused by : the new acmeflt.sys (acmeflt+12)'), [null, null]);
});
