import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openQuestion, placeOf } from './an-open-question.ts';

const none = { crash: 'none', subject: 'none' };

test('what a model chooses is asked as if it had been typed', () => {
  const open = openQuestion('can you back that up?');
  assert.deepEqual(open.asked({ intent: 'why', ...none }), {
    intent: 'why',
    subject: null,
    crash: null,
    other: null,
    language: 'en',
    about: null,
    into: null,
  });
  const culprit = placeOf(open, /^culprit/);
  const driver = { kind: 'driver', said: 'wlmflt.sys', image: 'wlmflt.sys' };
  assert.deepEqual(open.asked({ intent: 'driver', crash: 'none', subject: culprit })?.subject, driver);
  const hardware = placeOf(open, /^hardware$/);
  assert.deepEqual(open.asked({ intent: 'not', crash: 'none', subject: hardware })?.subject, {
    kind: 'party',
    party: 'hardware',
  });
  const second = placeOf(open, /^second argument/);
  assert.deepEqual(open.asked({ intent: 'meaning', crash: 'none', subject: second })?.subject, {
    kind: 'argument',
    index: 2,
  });
});

test('a choice that asks nothing is none: no intent, or a subject that such a question has not', () => {
  const open = openQuestion('can you back that up?');
  const [culprit, hardware, tag] = [/^culprit/, /^hardware$/, /^pool tag/].map((role) => placeOf(open, role));
  for (const [intent, subject] of [
    ['none', 'none'],
    ['language', 'none'],
    ['forget', 'none'],
    ['not', 'none'],
    ['not', tag],
    ['driver', hardware],
    ['driver', 'none'],
    ['meaning', culprit],
    ['meaning', 'D99'],
  ] as const) {
    assert.equal(open.asked({ intent, crash: 'none', subject: subject ?? '' }), null, `${intent} ${subject}`);
  }
});

test('which crash is asked about the words tell before the model, and one crash alone needs no name', () => {
  const two = openQuestion('can you back c2 up?');
  assert.deepEqual(two.asked({ intent: 'why', crash: 'N1', subject: 'none' })?.crash, { kind: 'id', id: 'c2' });
  assert.equal(
    openQuestion('can you back that up?').asked({ intent: 'why', crash: 'N1', subject: 'none' })?.crash,
    null,
  );
});
