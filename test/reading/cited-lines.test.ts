import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { uncitedValues } from '../support/cited-values.ts';
import { crashFolders } from '../support/crash-folders.ts';
import { SHARED, withShared } from '../support/shared-folder.ts';

/** A fact cites lines so that whoever reads the answer can see the value: it must stand there, whole. */

test('each value of each fact stands in the lines that the fact cites: every recorded crash', () => {
  for (const { name, paste } of crashFolders()) {
    assert.deepEqual(uncitedValues(paste), [], name);
  }
});

test('each value of each fact stands in the lines that the fact cites: the development sets', withShared, () => {
  for (const file of globSync('{corpus,posts}/*.txt', { cwd: SHARED })) {
    assert.deepEqual(uncitedValues(readFileSync(join(SHARED, file), 'utf8')), [], file);
  }
});

test('the name of a stop is cited with its code, wherever it stands', () => {
  for (const text of [
    'Bug Check String  : DRIVER_CORRUPTED_MMPOOL\nBug Check Code    : 0x000000d0\nParameter 1       : 0x76786568\nParameter 2       : 0x00000006\nParameter 3       : 0x0\nParameter 4       : 0x0\n',
    'DRIVER_IRQL_NOT_LESS_OR_EQUAL\n\nTechnical information:\n\n*** STOP: 0x000000D1 (0x0000000000000018,0x0000000000000002,0x0000000000000000,0xFFFFF8800A1B60E9)\n',
    '*** STOP: 0x000000D1 (0x0000000000000018,0x0000000000000002,0x0000000000000000,0xFFFFF8800A1B60E9)\nDRIVER_IRQL_NOT_LESS_OR_EQUAL\n',
    'This was probably caused by the following module: acmetape.sys\nBugcheck code: 0xD1 (0x18, 0x2, 0x0, 0xFFFFF8800A1B60E9)\nError: DRIVER_IRQL_NOT_LESS_OR_EQUAL\n',
  ]) {
    assert.deepEqual(uncitedValues(text), [], text);
  }
});
