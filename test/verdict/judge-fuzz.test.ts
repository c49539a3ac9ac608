import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { analyze, CRASH_TOP, POOL, stackText, TAG_SEARCH, THREAD_END } from './debugger-text.ts';

const knowledge = loadKnowledge();
const LINES = [
  analyze('d1', ['ffffd30a52c1ee30', '2', '0', 'fffff80562341092']),
  analyze('9f', ['3', 'ffffa58007b13440', 'fffff2b72156c3d8', 'ffffa5800ab61bd0']),
  stackText(...CRASH_TOP, 'nwifi!PacketDone+0x68', 'ndis!Complete+0x50', 'acmeflt+0x1092', ...THREAD_END),
  POOL,
  TAG_SEARCH,
  '0: kd> !devstack ffffa58007b13440\n> ffffa5800783f060  \\Driver\\acmenic     ffffa5800783f1b0\n',
]
  .join('')
  .split('\n');

test('no rule fails and no number leaves its range, whatever lines of debugger output come together', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...LINES), { maxLength: 60 }), (lines) => {
      const { crashes, groups } = diagnose([{ source: null, text: lines.join('\n') }], knowledge);
      for (const { judgement } of crashes) {
        assert.deepEqual(
          judgement.trace.filter(({ end }) => end === 'failed'),
          [],
        );
        assert.ok(judgement.verdict.probability >= 0 && judgement.verdict.probability <= 1);
        assert.equal(judgement.verdict.culprit === 'unknown' && judgement.verdict.confidence !== 'low', false);
      }
      for (const group of groups) {
        assert.ok(group.crashes.length > 1 && group.reasons.length > 0);
      }
    }),
    { numRuns: 150 },
  );
});

test('the same text gives the same judgement', () => {
  const text = LINES.join('\n');
  const once = diagnose([{ source: null, text }], knowledge);
  assert.deepEqual(diagnose([{ source: null, text }], loadKnowledge()), once);
});
