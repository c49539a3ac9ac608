import assert from 'node:assert/strict';
import { test } from 'node:test';
import { basisInChinese } from '#dialogs/questions/bases-in-chinese.ts';
import { PRODUCTS, productInChinese } from '#dialogs/questions/products-in-chinese.ts';
import type { DriverGroup } from '#src/diagnosis/knowledge/driver-row.ts';
import { readTable } from '#src/diagnosis/knowledge/read-table.ts';
import { loadVocabulary } from '#src/telling/vocabulary.ts';

const groups = readTable<DriverGroup>('drivers');
const HAN = /\p{Script=Han}/u;
const productsOf = (owner: DriverGroup['owner']) =>
  groups.filter((group) => group.owner === owner).flatMap(({ of }) => of.flatMap(({ product }) => product ?? []));

test('whatever a row is based on, and every part of Windows, has Chinese words', () => {
  const bases = [...new Set(groups.map(({ basis }) => basis))];
  assert.deepEqual(
    bases.flatMap((basis) => basisInChinese(basis).split('；')).filter((basis) => !HAN.test(basis)),
    [],
  );
  assert.deepEqual(
    productsOf('windows').filter((product) => !(product in PRODUCTS)),
    [],
  );
});

test('a product that is told in English words, and not by its name, has Chinese words', () => {
  const { isOurs } = loadVocabulary();
  const inWords = productsOf('third-party').filter(
    (product) => /^[A-Z][a-z]+(?: [a-z]+)*$/.test(product) && product.split(' ').every(isOurs),
  );
  assert.ok(inWords.length > 10, `${inWords.length} in words`);
  assert.deepEqual(
    inWords.filter((product) => !HAN.test(productInChinese(product))),
    [],
  );
});

test('every Chinese product stands in the table', () => {
  const known = new Set(groups.flatMap(({ of }) => of.map(({ product }) => product)));
  assert.deepEqual(
    Object.keys(PRODUCTS).filter((product) => !known.has(product)),
    [],
  );
});
