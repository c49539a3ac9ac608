import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cardSize, LARGEST_CARD } from '#src/cards/card-size.ts';
import { caseCard } from '#src/cards/case-card.ts';
import { caseListCard } from '#src/cards/case-list-card.ts';
import { digestCard } from '#src/cards/digest-card.ts';
import { forgetCard } from '#src/cards/forget-card.ts';
import { mailCard } from '#src/cards/mail-card.ts';
import type { Case } from '#src/cases/case.ts';
import type { Change } from '#src/cases/case-event.ts';
import { Press } from '#src/cases/press.ts';
import { aCase, after } from '../follow-ups/a-case.ts';
import { CardShape } from './card-shape.ts';

const AT = '2026-11-22T10:00:00.000Z';
const NOW = '2026-12-22T10:00:00.000Z';
const wide = (max: number) => fc.string({ unit: 'binary', minLength: 1, maxLength: max, size: 'max' });

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('noted' as const), text: wide(4000) }),
  fc.record({ kind: fc.constant('titled' as const), title: wide(200) }),
  fc.record({ kind: fc.constant('numbered' as const), customerNumber: wide(60) }),
  fc.record({ kind: fc.constant('owner-set' as const), owner: wide(200) }),
  fc.record({ kind: fc.constant('closed' as const), outcome: wide(1000) }),
  fc.constant({ kind: 'reopened' as const }),
  fc.record({
    kind: fc.constant('dump-added' as const),
    paste: fc.constant('p'),
    summary: fc.record({
      crashes: fc.array(
        fc.record({
          id: fc.constantFrom('c1', 'c2'),
          code: fc.constant('0xd1'),
          title: fc.record({ en: wide(100), zh: wide(100) }),
          culprit: wide(60),
          confidence: fc.constant('high' as const),
        }),
        { maxLength: 40, size: 'max' },
      ),
      groups: fc.array(
        fc.record({
          crashes: fc.constant<string[]>(['c1', 'c2']),
          culprit: wide(60),
          confidence: fc.constant('high' as const),
          reasons: fc.array(fc.record({ en: wide(600), zh: wide(600) }), { maxLength: 3 }),
        }),
        { maxLength: 4 },
      ),
    }),
  }),
);

const anyCase: fc.Arbitrary<Case> = fc
  .array(change, { maxLength: 25, size: 'max' })
  .map((changes) => changes.reduce((now, what) => after(now, what, AT), aCase(999_999, 'A', AT)));
const language = fc.constantFrom('en' as const, 'zh' as const);

function check(card: unknown): void {
  CardShape.parse(card);
  assert.ok(cardSize(card) <= LARGEST_CARD, `${cardSize(card)} bytes`);
  JSON.stringify(card, (_key, value) => {
    if (value?.type === 'Action.Execute' && value.associatedInputs === 'none') {
      Press.parse({ ...value.data, verb: value.verb });
    }
    return value;
  });
}

test('any case becomes a card of the right shape that Teams takes, and whose buttons we understand', () => {
  fc.assert(
    fc.property(anyCase, language, wide(4000), (it, tongue, typed) => {
      const view = { case: it, nextFollowUp: '2026-12-24', isReminded: false, zone: 'Asia/Kathmandu', now: NOW };
      check(caseCard(view, tongue));
      check(caseCard(view, tongue, [{ en: typed, zh: typed }], typed));
      check(caseCard(view, tongue, [], '"'.repeat(4000)));
      check(
        caseListCard(
          Array.from({ length: 30 }, () => view),
          'all',
          tongue,
        ),
      );
      check(forgetCard(it, tongue));
    }),
    { numRuns: 60 },
  );
});

test('any digest fits, names its key, and shows the most urgent case however many there are', () => {
  fc.assert(
    fc.property(fc.array(anyCase, { minLength: 1, maxLength: 12, size: 'max' }), language, (cases, tongue) => {
      const key = '2026-12-22 America/Argentina/ComodRivadavia';
      const card = digestCard({ key, cases, done: new Set(), zoneOf: () => 'Asia/Kathmandu', now: NOW }, tongue);
      check(card);
      assert.ok(JSON.stringify(card.body.at(-1)).includes(key));
      assert.ok(JSON.stringify(card).includes('case.still-waiting'));
    }),
    { numRuns: 40 },
  );
});

test('a mail of any length fits, in as many parts as it takes', () => {
  fc.assert(
    fc.property(wide(300), fc.integer({ min: 1, max: 2000 }), language, (text, times, tongue) => {
      const whole = `${text}\n`.repeat(times);
      const card = mailCard(
        { kind: 'report', case: 3, subject: 'Subject', text: whole, language: tongue, length: 'full' },
        tongue,
      );
      check(card);
      if (whole.length > 13_000) {
        assert.ok(JSON.stringify(card).includes(tongue === 'en' ? 'Part 1 of ' : '第 1 部分，共 '));
      }
    }),
    { numRuns: 60 },
  );
});

test('a closed case offers to be reopened and nothing else that it would refuse', () => {
  const closed = after(aCase(1, 'A', AT), { kind: 'closed', outcome: 'done' }, AT);
  const text = JSON.stringify(
    caseCard({ case: closed, nextFollowUp: null, isReminded: true, zone: 'UTC', now: NOW }, 'en'),
  );
  assert.ok(text.includes('case.reopen'));
  for (const verb of ['case.archive', 'case.still-waiting', 'case.remind', 'case.close', 'Input.ChoiceSet']) {
    assert.ok(!text.includes(`"${verb}"`), verb);
  }
});

test('a case with damaged entries says so, and how many', () => {
  const view = { nextFollowUp: null, isReminded: true, zone: 'UTC', now: NOW };
  const drawn = (unreadable: number, language: 'en' | 'zh') =>
    JSON.stringify(caseCard({ ...view, case: { ...aCase(1, 'B', AT), unreadable } }, language));
  assert.match(drawn(1, 'en'), /1 entry of this case is damaged in the database: it is left out/);
  assert.match(drawn(2, 'zh'), /该案例有 2 条记录在数据库中已损坏/);
  assert.doesNotMatch(drawn(0, 'en'), /damaged/);
});
