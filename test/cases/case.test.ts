import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { applyEvent, type Case, foldCase } from '#src/cases/case.ts';
import { CaseEvent, type Change } from '#src/cases/case-event.ts';
import { eventText } from '#src/cases/timeline.ts';
import { isIdle, refusal } from '#src/cases/transitions.ts';
import { aCase, after } from '../follow-ups/a-case.ts';

const AT = '2026-11-22T10:00:00.000Z';
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    kind: fc.constant('severity-set' as const),
    severity: fc.constantFrom('A' as const, 'B' as const, 'C' as const),
  }),
  fc.record({ kind: fc.constant('noted' as const), text: fc.string({ minLength: 1 }) }),
  fc.record({ kind: fc.constant('titled' as const), title: fc.string({ minLength: 1 }) }),
  fc.record({
    kind: fc.constant('waiting-set' as const),
    for: fc.constantFrom('customer' as const, 'vendor' as const, 'us' as const),
  }),
  fc.record({ kind: fc.constant('closed' as const), outcome: fc.string({ minLength: 1 }) }),
  fc.constantFrom({ kind: 'archived' as const }, { kind: 'reopened' as const }, { kind: 'still-waiting' as const }),
);

test('any allowed changes make a case that its events make again', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 20 }), (changes) => {
      let now: Case = aCase(1, 'B', AT);
      for (const what of changes) {
        if (refusal(now, what) || isIdle(now, what)) {
          continue;
        }
        now = after(now, what, AT);
      }
      assert.deepEqual(foldCase(1, now.events), now);
      assert.equal(now.version, now.events.length);
      for (const event of now.events) {
        assert.ok(eventText(CaseEvent.parse(event)).zh.length > 0);
      }
    }),
  );
});

test('what may happen when', () => {
  const open = aCase(1, 'B', AT);
  const archived = after(open, { kind: 'archived' }, AT);
  const closed = after(open, { kind: 'closed', outcome: 'done' }, AT);
  const can = (it: Case, what: Change) => refusal(it, what) === null;
  assert.deepEqual(
    [open, archived, closed].map((it) => [
      can(it, { kind: 'severity-set', severity: 'A' }),
      can(it, { kind: 'noted', text: 'x' }),
      can(it, { kind: 'archived' }),
      can(it, { kind: 'reopened' }),
      can(it, { kind: 'closed', outcome: 'x' }),
    ]),
    [
      [true, true, true, false, true],
      [false, true, false, true, true],
      [false, true, false, true, false],
    ],
  );
  assert.match(refusal(closed, { kind: 'archived' })?.zh ?? '', /案例 1 重新打开/);
});

test('closing keeps the outcome, reopening takes it away, a chosen day ends with both', () => {
  const chosen = after(aCase(1, 'B', AT), { kind: 'follow-up-set', day: '2026-12-01' }, AT);
  const closed = after(chosen, { kind: 'closed', outcome: 'driver removed' }, AT);
  assert.deepEqual(
    [closed.status, closed.outcome, closed.closedAt, closed.chosenFollowUp],
    ['closed', 'driver removed', AT, null],
  );
  const reopened = after(closed, { kind: 'reopened' }, '2026-12-02T10:00:00.000Z');
  assert.deepEqual([reopened.status, reopened.outcome, reopened.activeAt], ['open', null, '2026-12-02T10:00:00.000Z']);
});

test('the bot tidying up is no activity', () => {
  const before = aCase(1, 'B', AT);
  const by = { id: 'bot', name: 'Stopcode' };
  const event = { version: 2, at: '2026-12-02T10:00:00.000Z', by, what: { kind: 'pastes-forgotten' as const } };
  assert.equal(applyEvent(before, event).activeAt, AT);
});
