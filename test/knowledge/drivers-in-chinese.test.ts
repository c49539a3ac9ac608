import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DriverGroup } from '#src/diagnosis/knowledge/driver-row.ts';
import { basisInChinese, productInChinese } from '#src/diagnosis/knowledge/drivers-in-chinese.ts';
import { readTable } from '#src/diagnosis/knowledge/read-table.ts';
import { TranslationRows } from '#src/diagnosis/knowledge/translation-row.ts';
import { loadVocabulary } from '#src/telling/vocabulary.ts';

const groups = readTable<DriverGroup>('drivers');
const products = TranslationRows.parse(readTable('products-in-chinese.json')).map(({ en }) => en);
const translatedBases = TranslationRows.parse(readTable('bases-in-chinese.json')).map(({ en }) => en);
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
    productsOf('windows').filter((product) => !products.includes(product)),
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

test('what is translated stands in the table, and once', () => {
  const said = new Set(
    groups.flatMap(({ basis, of }) => [basis.split('; '), of.flatMap(({ product }) => product ?? [])].flat()),
  );
  const translated = [...products, ...translatedBases];
  assert.deepEqual(
    translated.filter((text, at) => !said.has(text) || translated.indexOf(text) !== at),
    [],
  );
});
