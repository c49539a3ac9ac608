import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DumpSummary } from '#src/cases/dump-summary.ts';
import { whatChanged } from '#src/cases/what-changed.ts';

type Crash = DumpSummary['crashes'][number];

function crash(id: string, code: string | null, culprit = 'unknown'): Crash {
  return { id, code, title: { en: `${code} NAME`, zh: `${code} 名` }, culprit, confidence: 'low' };
}

const reason = { en: 'c1 (0xd1), c3 (0x50): both end in 0x94fd.', zh: 'c1 (0xd1)、c3 (0x50)：都以 0x94fd 结尾。' };
const group = (...crashes: string[]) => ({
  crashes,
  culprit: 'unknown',
  confidence: 'low' as const,
  reasons: [reason],
});

test('the first dump of a case changes nothing', () => {
  assert.deepEqual(
    whatChanged({ crashes: [], groups: [] }, { crashes: [crash('c1', '0xd1')], groups: [] }, ['c1']),
    [],
  );
});

test('a third dump: other bugcheck, same cause as the first, and why', () => {
  const before = { crashes: [crash('c1', '0xd1'), crash('c2', '0xfc')], groups: [] };
  const after = { crashes: [...before.crashes, crash('c3', '0x50')], groups: [group('c1', 'c3')] };
  const [said] = whatChanged(before, after, ['c3']);
  assert.equal(
    said?.en,
    'Third dump, other bugcheck (0x50 NAME), same cause as c1: c1 (0xd1), c3 (0x50): both end in 0x94fd.',
  );
  assert.equal(
    said?.zh,
    '第 3 个转储，停止代码不同（0x50 名），与 c1 原因相同：c1 (0xd1)、c3 (0x50)：都以 0x94fd 结尾。',
  );
});

test('of several reasons the one about the new dump is told, whatever its words are', () => {
  const before = { crashes: [crash('c1', '0xd1'), crash('c2', '0xfc')], groups: [] };
  const about = (crashes: string[], en: string) => ({ en, zh: en, crashes });
  const reasons = [about(['c1', 'c2'], 'One tag, as c3 has none.'), about(['c2', 'c3'], 'One place.')];
  const after = {
    crashes: [...before.crashes, crash('c3', '0x50')],
    groups: [{ ...group('c1', 'c2', 'c3'), reasons }],
  };
  assert.match(whatChanged(before, after, ['c3'])[0]?.en ?? '', /same cause as c1, c2: One place\.$/);
});

test('the same bugcheck again, with nothing in common yet', () => {
  const before = { crashes: [crash('c1', '0xd1')], groups: [] };
  const after = { crashes: [...before.crashes, crash('c2', '0xd1')], groups: [] };
  assert.match(whatChanged(before, after, ['c2'])[0]?.en ?? '', /^Second dump, same bugcheck as c1 .* no common cause/);
});

test('more about a known dump moves its verdict', () => {
  const before = { crashes: [crash('c1', '0xd1'), crash('c2', null)], groups: [] };
  const after = { crashes: [crash('c1', '0xd1', 'acmeflt.sys'), crash('c2', null)], groups: [] };
  assert.deepEqual(
    whatChanged(before, after, ['c1']).map(({ en }) => en),
    ['No new dump: this adds to c1 (0xd1).', 'The verdict on c1 moved from unknown to acmeflt.sys.'],
  );
  assert.deepEqual(
    whatChanged(before, before, ['c2']).map(({ en }) => en),
    ['No new dump: this adds to c2.'],
  );
});

test('a cause that is found for dumps that belong together is told, and a verdict that became surer', () => {
  const before = { crashes: [crash('c1', '0xd1'), crash('c2', '0x50', 'acmeflt.sys')], groups: [group('c1', 'c2')] };
  const sure = { ...crash('c2', '0x50', 'acmeflt.sys'), confidence: 'high' as const };
  const found = { ...group('c1', 'c2', 'c3'), culprit: 'acmeflt.sys' };
  const after = { crashes: [crash('c1', '0xd1'), sure, crash('c3', '0x1e', 'acmeflt.sys')], groups: [found] };
  assert.deepEqual(
    whatChanged(before, after, ['c3'])
      .map(({ en }) => en)
      .slice(1),
    [
      'The verdict on c2, acmeflt.sys, is now of high confidence (was low confidence).',
      'The common cause of c1, c2, c3 is now acmeflt.sys (was unknown).',
    ],
  );
});
