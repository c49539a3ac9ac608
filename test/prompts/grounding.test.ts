import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groundingProblems } from '#prompts/grounding.ts';
import { aReply } from '../cards/a-reply.ts';

const [crash = assert.fail('no crash')] = aReply(
  {},
  {
    evidence: [
      {
        for: true,
        suspect: 'acmeflt.sys',
        rule: 'pool-tag-owner',
        text: 'The block at 0xffff8102174d1b0 carries the tag Acme, which belongs to acmeflt.sys.',
        quotes: [{ place: '42', text: '*ffff8102`174d1b0 size: 600 (Allocated) *Acme nwflt!SendDone+0x4b' }],
      },
    ],
  },
).crashes;
const problems = (summary: string, cites = ['e1']) => groundingProblems({ summary, cites }, crash);

test('words that name only what we told are accepted', () => {
  assert.deepEqual(problems('The pool block 0xffff8102174d1b0 belongs to acmeflt.sys (line 42).'), []);
  assert.deepEqual(problems('内存块 ffff8102`174d1b0 属于 acmeflt.sys，出错处为 nwflt!SendDone。'), []);
});

test('a driver, symbol, address, line or stop code that we never told is found', () => {
  const invented = {
    'otherdrv.sys': 'acmeflt.sys or perhaps otherdrv.sys corrupted the pool.',
    'nt!MmFreePool': 'acmeflt.sys called nt!MmFreePool twice.',
    '0xffff8102174d1b1': 'acmeflt.sys owns 0xffff8102174d1b1 here.',
    ffff8102174d1b9: 'acmeflt.sys owns ffff8102`174d1b9 here.',
    '43': 'See line 43: acmeflt.sys owns the block.',
    BAD_POOL_HEADER: 'acmeflt.sys caused BAD_POOL_HEADER on this machine.',
  };
  for (const [name, summary] of Object.entries(invented)) {
    assert.deepEqual(problems(summary), [`names ${name}, which is not in the evidence`]);
  }
});

test('a part of a name that we told is not that name', () => {
  assert.deepEqual(problems('flt.sys next to acmeflt.sys is at fault.'), [
    'names flt.sys, which is not in the evidence',
  ]);
});

test('another culprit, or none, is found', () => {
  assert.deepEqual(problems('The memory of this machine seems to be broken.'), ['does not name acmeflt.sys']);
});

test('evidence that does not exist cannot be cited', () => {
  assert.deepEqual(problems('acmeflt.sys owns the block.', ['e1', 'e2']), ['cites e2, which does not exist']);
  assert.deepEqual(problems('acmeflt.sys owns the block.', ['line 42']), ['cites line 42, which does not exist']);
});
