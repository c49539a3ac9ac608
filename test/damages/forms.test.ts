import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { damageMatrix } from '../../tools/eval/damage-matrix.ts';
import { readSamples } from '../../tools/eval/sample.ts';
import { DAMAGES } from '../../tools/fuzz/damages.ts';

/** What people send that is no debugger output as printed, one small sample a form, under each damage. */

const FORMS = readSamples(fileURLToPath(new URL('./forms/', import.meta.url)));
const TARGET = 0.98;
const VALUES = /^(?:code|name|arg[1-4]|process|image)$/;

const { unread, cells } = damageMatrix(FORMS, DAMAGES, loadKnowledge());

test('each form is read when sound', () => {
  assert.deepEqual(
    unread.map(({ form }) => form),
    [],
  );
});

test('the forms survive the damages that leave the information', (t) => {
  const failing = cells.filter(({ misses }) => misses.length > 0);
  for (const { form, damage } of failing) {
    t.diagnostic(`${form} × ${damage}`);
  }
  assert.ok(cells.length > 500);
  assert.ok(1 - failing.length / cells.length >= TARGET, `${failing.length} of ${cells.length} cells fail`);
});

test('a damage takes a value away, but makes no other of it', () => {
  const changed = cells.flatMap(({ form, damage, misses }) =>
    misses
      .filter(({ field, found }) => VALUES.test(field) && found !== null)
      .map(({ field, found }) => `${form} × ${damage}: ${field} ${found}`),
  );
  assert.deepEqual(changed, []);
});
