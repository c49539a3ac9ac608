import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isAskingWord, strangeSigns } from '#dialogs/questions/vocabulary.ts';
import { routeQuestion } from '#prompts/route-question.ts';
import { crashFolders } from '../../../support/crash-folders.ts';
import { assertOnlyListWords } from '../../../telling/only-list-words.ts';
import { SECRETS } from '../../../telling/secrets.ts';
import { vocabulary } from '../../../telling/told-of.ts';
import { readWordings } from '../read-wordings.ts';
import { openQuestion, sentOf } from './an-open-question.ts';

/** What questions are made of is in the lists, too: words that somebody may type, and common ones. */
const LISTED = {
  isWord: (word: string) => isAskingWord(word) || vocabulary.isWord(word),
  isChinese: (signs: string) => strangeSigns(signs) === 0,
};

/** Where somebody may put what is nobody's business. */
const ASKED: readonly ((secret: string) => string)[] = [
  (secret) => `${secret} says that this is nonsense, what do you make of it?`,
  (secret) => `Does ${secret} have anything to do with that filter?`,
  (secret) => `any idea what "${secret}" has got to do with it?`,
  (secret) => `how come, ${secret}?`,
  (secret) => `${secret}说不是它，对吗？`,
  (secret) => `这跟${secret}有没有关系？`,
  (secret) => `请问 ${secret} 那台机器也会这样吗`,
];

test('no secret that somebody puts into a question is in a request', () => {
  for (const secret of SECRETS) {
    for (const ask of ASKED) {
      const sent = sentOf(ask(secret));
      assertOnlyListWords(sent, ask(secret), LISTED);
      assert.ok(!sent.toLowerCase().includes(secret.toLowerCase()), `${ask(secret)} → ${sent}`);
    }
  }
});

test('of every wording that people ask, list words and places go out, and nothing else', () => {
  const files = [
    'wordings.txt',
    'wordings-second.txt',
    'wordings-third.txt',
    'wordings-fourth.txt',
    'wordings-fifth.txt',
  ];
  for (const { text } of files.flatMap(readWordings)) {
    assertOnlyListWords(sentOf(text), text, LISTED);
  }
});

test('of every recorded crash the choices are told without a name, and a model can say none but them', () => {
  for (const { name, paste } of crashFolders()) {
    const { told } = openQuestion('can you back that up?', paste);
    assertOnlyListWords(sentOf('can you back that up?', paste), name, LISTED);
    const names = (choices: typeof told.subjects) => choices.map((choice) => choice.name);
    const { answer } = routeQuestion({ ...told, crashes: names(told.crashes), subjects: names(told.subjects) });
    assert.ok(answer.safeParse({ intent: 'why', crash: 'none', subject: 'none' }).success, name);
    for (const wrong of [
      { intent: 'delete', crash: 'none', subject: 'none' },
      { intent: 'language', crash: 'none', subject: 'none' },
      { intent: 'not', crash: 'none', subject: 'Netwtw08.sys' },
      { intent: 'why', crash: 'N99', subject: 'none' },
      { intent: 'why', crash: 'none', subject: 'none', text: 'https://evil.example' },
    ]) {
      assert.ok(!answer.safeParse(wrong).success, `${name}: ${JSON.stringify(wrong)}`);
    }
  }
});

test('names of a question are places with their role, a name that was typed with a capital is hidden', () => {
  const question = (words: string) => JSON.parse(sentOf(words)).question;
  assert.equal(
    question('Does Rose from Frankfurt trust wlmflt or the Arg3?'),
    'does … from … trust {D1} or the {A1} ?',
  );
  assert.equal(question('张伟明说 ndis 跟这个没关系吗'), '…{D1}跟这个没关系吗');
});
