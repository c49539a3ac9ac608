import assert from 'node:assert/strict';
import { test } from 'node:test';
import { logsOf } from '#dialogs/cases/logs-of.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { aCase } from '../follow-ups/a-case.ts';

const knowledge = loadKnowledge();

/** Whom a case would have watched, by what its dumps named and how surely. */
async function watched(
  ...named: readonly (readonly [string, 'high' | 'medium' | 'low'])[]
): Promise<readonly string[]> {
  const crashes = named.map(([culprit, confidence], at) => ({
    id: `c${at + 1}`,
    code: '0xd1',
    title: { en: '0xd1', zh: '0xd1' },
    culprit,
    confidence,
  }));
  const it = { ...aCase(1, 'A', '2026-11-22T10:00:00.000Z'), summary: { crashes, groups: [] } };
  const diagnose = () => Promise.reject(new Error('its pastes are deleted'));
  return (await logsOf(it, [], { diagnose, knowledge })).suspects;
}

test('Verifier is asked for on who is not proven yet, never where one dump proves it', async () => {
  assert.deepEqual(await watched(['acmeflt.sys', 'medium']), ['acmeflt.sys']);
  assert.deepEqual(await watched(['acmeflt.sys', 'medium'], ['acmeflt.sys', 'high']), []);
});

test('Verifier is asked for on nothing that the machine starts from or is reached by', async () => {
  assert.deepEqual(await watched(['iastora.sys', 'medium'], ['veracrypt.sys', 'low'], ['netkvm.sys', 'medium']), []);
});
