import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LANGUAGES } from '#src/language/text.ts';
import { modelInput } from '#src/telling/input.ts';
import { crashFolders } from '../support/crash-folders.ts';
import { assertOnlyListWords } from './only-list-words.ts';
import { SECRETS } from './secrets.ts';
import { tellPaste, vocabulary } from './told-of.ts';

const CULPRIT = /\b(?:wlmflt|acme[a-z]{3,6})\b/g;

/** Each puts every secret somewhere into a paste. */
const PLANTS: Readonly<Record<string, (paste: string) => string>> = {
  above: (paste) => `${SECRETS.join('\n')}\n${paste}`,
  between: (paste) =>
    lines(paste)
      .flatMap((line, at) => [line, ...(at % 3 === 0 ? [secret(at / 3)] : [])])
      .join('\n'),
  'on every line': (paste) =>
    lines(paste)
      .map((line, at) => `${line}  ${secret(at)}`)
      .join('\n'),
  'behind every line, in brackets': (paste) =>
    lines(paste)
      .map((line, at) => `${line} (${secret(at)})`)
      .join('\n'),
  'in the names of drivers': (paste) => paste.replace(CULPRIT, 'mvandersloot'),
  'in paths and processes': (paste) =>
    paste
      .replaceAll('\\SystemRoot\\', '\\??\\C:\\Users\\mvandersloot\\Desktop\\')
      .replace(/^(?<field>PROCESS_NAME: ).*$/m, '$<field> ouyang-thinkpad.exe')
      .replace(/^(?<field>FAILURE_BUCKET_ID: ).*$/m, '$<field> INC0048213_hunter2Xq9'),
};

function lines(paste: string): string[] {
  return paste.split('\n');
}

function secret(at: number): string {
  return SECRETS[at % SECRETS.length] ?? '';
}

for (const [where, plant] of Object.entries(PLANTS)) {
  test(`no secret that stands ${where} is in a request`, () => {
    let told = 0;
    for (const { name, paste } of crashFolders()) {
      for (const language of LANGUAGES) {
        const items = tellPaste(plant(paste), language);
        const sent = items ? modelInput(items, vocabulary) : '{}';
        told += items ? 1 : 0;
        assertOnlyListWords(sent, `${name} ${where}`);
        const plain = sent.toLowerCase();
        for (const one of SECRETS) {
          assert.ok(!plain.includes(one.toLowerCase()), `${name} ${where}: ${one} is sent`);
        }
      }
    }
    assert.ok(told >= 10, `only ${told} requests hold anything`);
  });
}

test('there are at least forty secrets', () => {
  assert.ok(new Set(SECRETS).size >= 40, `${SECRETS.length}`);
});
