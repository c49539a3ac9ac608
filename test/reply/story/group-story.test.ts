import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { buildReply } from '#src/reply/build-reply.ts';
import { leadingSentences } from '#src/reply/story/leading-sentences.ts';
import { citeText } from '#src/reply/story/place-words.ts';

const knowledge = loadKnowledge();
const TWO = readFileSync(new URL('../../crashes/two-dumps-in-a-chinese-mail/paste.txt', import.meta.url), 'utf8');

test('crashes of one cause have one story, and each says what it adds', () => {
  const pastes = [{ source: null, text: TWO }];
  const { groups, crashes } = buildReply(diagnose(pastes, knowledge), pastes, 'en');
  const [group] = groups;
  assert.match(group?.story[0]?.text ?? '', /^A null pointer/);
  assert.match(group?.story.at(-1)?.text ?? '', /^Medium confidence/);
  assert.deepEqual(
    group?.contributions.map(({ crash }) => crash),
    ['c1', 'c2'],
  );
  assert.match(group?.contributions[0]?.text ?? '', /acmesync\+0x61d7/);
  // What is said of a dump does not begin with its own number.
  assert.match(group?.contributions[1]?.text ?? '', /^Linked with c1\. The .*same instruction/);
  assert.ok((group?.contributions[1]?.cites.length ?? 0) > 0);
  // The story says what ties them, and where each shows it.
  const link = group?.story.find(({ text }) => text.startsWith('Links: '));
  assert.match(link?.text ?? '', /^Links: [a-z].*\.$/);
  assert.deepEqual(
    link?.cites.map(({ crash }) => crash),
    ['c1', 'c2'],
  );
  // Alone it names nobody; with the other it does, and it does not say that nobody is accused.
  const linked = crashes.find(({ id }) => id === 'c2')?.story ?? [];
  assert.match(linked[1]?.text ?? '', /linked to c1: acmesync\.sys/);
  assert.doesNotMatch(JSON.stringify(linked), /Nobody is accused/);
});

test('lines are cited by crash and by paste where there are several', () => {
  const cites = [
    { crash: 'c1', place: '3:28' },
    { crash: 'c1', place: '3:30' },
    { crash: 'c2', place: '41' },
  ];
  assert.equal(citeText(cites, 'en', true), '(c1, paste 3, lines 28, 30; c2, line 41)');
  assert.equal(citeText(cites.slice(2), 'en'), '(line 41)');
  assert.equal(citeText(cites.slice(0, 2), 'zh'), '（第 3 次粘贴第 28、30 行）');
  assert.equal(citeText([], 'en', true), '');
});

test('a text is cut between sentences, never within one', () => {
  const text = 'One driver waits. Another one holds it, version 1.2.3 of it. A third.';
  assert.equal(leadingSentences(text, 30), 'One driver waits.');
  assert.equal(leadingSentences(text, 62), 'One driver waits. Another one holds it, version 1.2.3 of it.');
  assert.equal(leadingSentences(text, 5), 'One driver waits.');
  assert.equal(leadingSentences('没有句号', 2), '没有句号');
  assert.equal(leadingSentences('一。二。三。', 4), '一。二。');
});
