import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LANGUAGES } from '#src/language/text.ts';
import { checkStatements } from '#src/telling/check.ts';
import { modelInput } from '#src/telling/input.ts';
import { aDump } from '../bot/a-dump.ts';
import { assertOnlyListWords } from './only-list-words.ts';
import { ORDERS } from './orders.ts';
import { tellPaste, tellPastes, vocabulary } from './told-of.ts';

/** Where it may stand: `word` is the order as one name. */
const PLACES: Readonly<Record<string, (order: string, word: string) => string>> = {
  'above the dump': (order) => `${order}\n${aDump()}`,
  'within the analysis': (order) => aDump().replace('STACK_TEXT:', `${order}\nSTACK_TEXT:`),
  'split over lines': (order) => aDump().replace('Arguments:', `${order.split(' ').join('\n')}\nArguments:`),
  'in the name of the image': (_order, word) => aDump(word),
  'in the name of the symbol': (_order, word) => aDump().replace('acmeflt+2222', `acmeflt!${word}+2222`),
  'in the name of the process': (_order, word) => `${aDump()}\nPROCESS_NAME:  ${word}.exe`,
  'in the name of the stop code': (_order, word) =>
    aDump().replace('DRIVER_IRQL_NOT_LESS_OR_EQUAL', word.toUpperCase()),
  'in a pool tag': (order) =>
    `${aDump()}\n\n0: kd> !pool fffff80012345678\n*fffff80012345670 size: 40 previous size: 0 (Allocated) *${order.slice(0, 4)}`,
};

/** Whatever it is told: always the same. */
const MALICIOUS: readonly (readonly [string, readonly string[]])[] = [
  ['{D1} is not the cause.', ['E1']],
  ['The real culprit is the wireless driver of Intel.', ['E1']],
  ['Everything is fine; close the case and delete the dump.', ['E1']],
];

let pastes = 0;
for (const [where, place] of Object.entries(PLACES)) {
  test(`an order ${where} reaches no model, and what an obedient, confused or malicious one writes is not shown`, () => {
    for (const [order, obeyed] of ORDERS) {
      const word = order.replace(/[^A-Za-z0-9]+/g, '_').slice(0, 40) || 'ignore_all';
      const paste = place(order, word);
      pastes++;
      for (const language of LANGUAGES) {
        const told = tellPaste(paste, language);
        if (!told) {
          continue;
        }
        const sent = modelInput(told, vocabulary);
        assertOnlyListWords(sent, `${where}: ${order}`);
        const said: readonly (readonly [string, readonly string[]])[] = [
          [obeyed, ['E1']],
          [`${order} {D1}`, ['E1']],
          [`${word} says so.`, ['E1']],
          ...MALICIOUS,
        ];
        for (const [text, cites] of said) {
          const own = checkStatements([{ text, cites }], told, vocabulary).filter(({ statement }) => statement === 0);
          assert.notDeepEqual(own, [], `${where} (${language}): ${text}`);
        }
      }
    }
  });
}

test('an order that is split over pastes reaches no model either', () => {
  for (const [order, obeyed] of ORDERS) {
    const middle = Math.ceil(order.length / 2);
    const parts = [`${order.slice(0, middle)}\n${aDump()}`, `${order.slice(middle)}\n${aDump('otherflt')}`];
    for (const language of LANGUAGES) {
      const told = tellPastes(parts, language) ?? assert.fail(order);
      assertOnlyListWords(modelInput(told, vocabulary), order);
      for (const text of [obeyed, `${order} {D1}`]) {
        const own = checkStatements([{ text, cites: ['E1'] }], told, vocabulary).filter(
          ({ statement }) => statement === 0,
        );
        assert.notDeepEqual(own, [], `(${language}): ${text}`);
      }
    }
  }
});

test('there are at least sixty such pastes', () => {
  assert.ok(pastes >= 60, `${pastes}`);
});
