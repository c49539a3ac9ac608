import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldCase } from '#src/cases/case.ts';
import { CaseEvent } from '#src/cases/case-event.ts';
import { numberDumps } from '#src/cases/dump-numbers.ts';
import type { DumpPlace } from '#src/cases/dump-summary.ts';

const dump = (id: string, at?: DumpPlace) => ({
  ...{ id, code: '0xd1', title: { en: 'x', zh: 'x' }, culprit: 'unknown', confidence: 'low' as const },
  ...(at ? { at } : {}),
});
const place = (paste: string, line: number): DumpPlace => ({ paste, line });
const known = (...crashes: ReturnType<typeof dump>[]) => ({
  ...{ pastes: ['p', 'q', 'r'], lastDump: 4 },
  summary: { crashes, groups: [] },
});

test('dumps keep the numbers that mails cite, whichever of them are gone, and what is new gets a new one', () => {
  const before = known(dump('c1', place('p', 2)), dump('c3', place('q', 1)), dump('c4', place('q', 9)));
  const found = [place('p', 2), place('q', 1), place('q', 9), place('r', 3)];
  assert.deepEqual(numberDumps(found, before), ['c1', 'c3', 'c4', 'c5']);
  assert.deepEqual(numberDumps([place('q', 9), place('p', 2)], before), ['c4', 'c1']);
});

test('where an edit moved the lines of a message, its dumps are known by their order', () => {
  const before = known(dump('c2', place('p', 2)), dump('c3', place('p', 30)));
  assert.deepEqual(numberDumps([place('p', 4), place('p', 30), place('p', 50)], before), ['c2', 'c3', 'c5']);
  assert.deepEqual(numberDumps([place('p', 5), place('p', 33)], before), ['c2', 'c3']);
});

test('what was stored without places is in the order of the reading', () => {
  assert.deepEqual(numberDumps([place('p', 1), place('q', 1), place('r', 1)], known(dump('c1'), dump('c2'))), [
    'c1',
    'c2',
    'c5',
  ]);
});

test('where the pastes are deleted, no number is given to another dump', () => {
  const before = { ...known(dump('c1'), dump('c2')), pastes: [], lastDump: 2 };
  assert.deepEqual(numberDumps([place('n', 1)], before), ['c3']);
});

test('a removal as it was stored before still folds: whole messages went, and the others were numbered anew', () => {
  const event = (version: number, what: object) =>
    CaseEvent.parse({ version, at: '2026-11-28T08:00:00.000Z', by: { id: 'u', name: 'Li' }, what });
  const it = foldCase(1, [
    event(1, { kind: 'created', title: 'Freeze', severity: 'B', owner: null, customerNumber: null }),
    event(2, { kind: 'dump-added', paste: 'p', summary: { crashes: [dump('c1')], groups: [] } }),
    event(3, { kind: 'dump-added', paste: 'q', summary: { crashes: [dump('c1'), dump('c2')], groups: [] } }),
    event(4, {
      ...{ kind: 'dump-removed', pastes: ['p'], dump: { en: '0xd1', zh: '0xd1' } },
      summary: { crashes: [dump('c1')], groups: [] },
    }),
  ]);
  assert.deepEqual([it.pastes, it.cuts, it.lastDump], [['q'], [], 2]);
  assert.deepEqual(numberDumps([place('q', 1), place('r', 1)], it), ['c1', 'c3']);
});
