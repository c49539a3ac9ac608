import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { frameList } from '#src/diagnosis/knowledge/frame-list.ts';
import { readNames } from '#src/diagnosis/knowledge/name-list.ts';
import { duplicates } from '../support/duplicates.ts';

const FRAMES = new URL('../../src/diagnosis/knowledge/frames/', import.meta.url);
const READER = new URL('../../src/diagnosis/reading/told/causes-elsewhere.ts', import.meta.url);

const lists = readdirSync(FRAMES).map((file) => file.slice(0, -'.txt'.length));

test('every list of frames says what it is for, and is used under its name', () => {
  assert.ok(lists.length > 3, `only ${lists.length} lists were found`);
  const code = readFileSync(READER, 'utf8');
  for (const list of lists) {
    assert.match(readFileSync(new URL(`${list}.txt`, FRAMES), 'utf8'), /^# .{20,120}\n\n/, list);
    assert.ok(code.includes(`frameList('${list}')`), list);
  }
});

test('a line is a language and frames, each with one place for the thing; no frame stands twice', () => {
  for (const list of lists) {
    const frames = readNames(`frames/${list}.txt`).flatMap((line) => {
      const [, language, rest] = /^(?<language>[a-z]{2}): (?<rest>\S.*)$/.exec(line) ?? [];
      assert.ok(language !== undefined && rest !== undefined, `${list}: ${line}`);
      return rest.split(' | ').map((frame) => `${language}: ${frame}`);
    });
    assert.deepEqual(duplicates(frames), [], list);
    for (const frame of frames) {
      assert.equal(frame.split('…').length, 2, `${list}: ${frame}`);
      assert.ok(frame.length <= 200, `${list}: ${frame}`);
      assert.equal(new RegExp(frame.slice('zh: '.length).replace('…', 'x')).test(''), false, `${list}: ${frame}`);
    }
  }
});

test('what stands in the place is given in the letters of the text', () => {
  const culprits = frameList('culprits');
  assert.deepEqual(culprits('Viel Ärger, schuld war Acme Tuner, sonst nichts'), ['Acme Tuner']);
  assert.deepEqual(culprits('元兇就是 AcmeTuner,氣死'), ['AcmeTuner']);
  assert.deepEqual(culprits('鍋是AcmeTuner的'), ['AcmeTuner']);
  assert.deepEqual(culprits('La faute d’Acme Tuner'), []);
  assert.deepEqual(culprits("la faute d'Acme Tuner"), ['Acme Tuner']);
  assert.deepEqual(culprits('unschuld war Acme Tuner'), []);
});
