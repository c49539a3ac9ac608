import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import type { DiagnosedCrash } from '#src/diagnosis/diagnosis.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';

const knowledge = loadKnowledge();

/** Texts behind lines of `=====`, which say what is to be found: the code and the driver, `-` for none. */
function textsOf(file: string): { said: string; text: string }[] {
  const all = readFileSync(new URL(file, import.meta.url), 'utf8').split(/^=====/m);
  return all.slice(1).map((entry) => {
    const [said = '', ...lines] = entry.split('\n');
    return { said: said.trim(), text: lines.join('\n').trim() };
  });
}

function crashesOf(text: string): readonly DiagnosedCrash[] {
  return diagnose([{ source: null, text }], knowledge).crashes;
}

test('chats, headlines, mails, tickets and screens in many languages tell one stop, and the driver is a lead of low confidence', () => {
  const texts = textsOf('told-texts.txt');
  assert.ok(texts.length > 50, `only ${texts.length} texts`);
  for (const { said, text } of texts) {
    const crashes = crashesOf(text);
    const [code, driver = '-'] = said.split(' ');
    assert.deepEqual(
      crashes.map(({ crash: { bugcheck } }) => bugcheck?.code ?? bugcheck?.means?.code),
      [code],
      text,
    );
    const [first] = crashes;
    const suspects = first?.judgement.suspects.map((one) => one.driver) ?? [];
    assert.ok(driver === '-' || suspects.includes(driver), `${driver}: ${text}`);
    assert.ok(first?.judgement.verdict.culprit === 'unknown' || first?.judgement.verdict.confidence === 'low', text);
  }
});

test('exams, release notes, news, advertisements, tutorials and questions of principle are no crash', () => {
  const texts = textsOf('talked-texts.txt');
  assert.ok(texts.length > 50, `only ${texts.length} texts`);
  for (const { text } of texts) {
    assert.deepEqual(crashesOf(text), [], text);
  }
});
