import assert from 'node:assert/strict';
import { test } from 'node:test';
import { analyze } from './debugger-text.ts';
import { verdictOf } from './verdict-of.ts';

const STOP = analyze('d1', ['ffffb28e1c7aa010', '2', '0', 'fffff8054c1d2092']);

function blaming(image: string, symbol = image): string {
  return verdictOf(`${STOP}SYMBOL_NAME:  ${symbol}\n\nMODULE_NAME: ${image}\n\nIMAGE_NAME:  ${image}\n`);
}

test('a word that stands in place of a file accuses nobody, whatever tool wrote it', () => {
  for (const word of ['N/A', 'n/a', 'None', 'null', '0x0', '-', 'System', 'NO_IMAGE', 'BugCheckCode']) {
    assert.equal(blaming(word), 'unknown low', word);
  }
});

test('a module that the symbol shows is one, without the ending of its file, too', () => {
  assert.equal(blaming('acmeflt', 'acmeflt+2092'), 'acmeflt low');
});
