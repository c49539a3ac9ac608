import assert from 'node:assert/strict';
import { test } from 'node:test';
import { followUpMail } from '#src/mail/follow-up-mail.ts';
import { mailAsPlainText } from '#src/mail/plain-text.ts';
import { aCase, after } from '../follow-ups/a-case.ts';

const AT = '2026-11-22T10:00:00.000Z';
const waitingFor = (whom: 'customer' | 'vendor' | 'us') =>
  after(aCase(1, 'A', AT), { kind: 'waiting-set', for: whom }, AT);
const write = (whom: 'customer' | 'vendor' | 'us', days: number, language: 'en' | 'zh' = 'en') =>
  mailAsPlainText(followUpMail(waitingFor(whom), days, language, 'Wei'));

test('a customer is asked politely, and after long silence told that the case is archived for now', () => {
  assert.match(write('customer', 3), /waiting for your feedback for 3 days.*If the problem is solved/s);
  assert.doesNotMatch(write('customer', 0), /0 days/);
  assert.match(write('customer', 10), /I will archive the case for now\. A short word is enough to reopen it/);
  assert.match(write('customer', 10, 'zh'), /临时归档.*此致\n敬礼！\n\nWei$/s);
});

test('a vendor is asked for news, not whether the problem is solved', () => {
  assert.match(write('vendor', 12), /waiting for your analysis for 12 days/);
  assert.doesNotMatch(write('vendor', 12), /solved|archive/);
});

test('where it is our turn, the mail says so', () => {
  assert.match(write('us', 4), /the analysis is in our hands/);
});
