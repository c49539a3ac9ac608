import assert from 'node:assert/strict';
import { test } from 'node:test';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { freedPool } from '#src/diagnosis/parsers/memory/freed-pool.ts';
import { sectionOf } from './section-of.ts';

function read(text: string) {
  const section = sectionOf(null, text);
  const { poolBlocks = [] } = freedPool.accepts(section) ? freedPool.read(section) : {};
  return poolBlocks.map(({ address, tag, lines }) => [address, tag, ...lines]);
}

const STYLES = [
  'POOL_ADDRESS:  ffffb1068e4956f0 \n\nFREED_POOL_TAG:  XTVH\n',
  '    POOL_ADDRESS: ffffb106`8e4956f0 Nonpaged pool\n\n    FREED_POOL_TAG: XTVH\n',
  'POOL_ADDRESS: `ffffb1068e4956f0`\nmore\nFREED_POOL_TAG: `XTVH`\n',
  'FREED_POOL_TAG:  XTVH\n\nPOOL_ADDRESS:  ffffb1068e4956f0',
];

for (const text of STYLES) {
  test(`reads the tag of a freed block: ${JSON.stringify(text)}`, () => {
    assert.deepEqual(read(text), [['0xffffb1068e4956f0', 'XTVH', 1, 3]]);
  });
}

test('a tag without its block, and a sentence about one, are none', () => {
  assert.deepEqual(read('FREED_POOL_TAG:  XTVH'), []);
  assert.deepEqual(read('What does FREED_POOL_TAG: mean, and POOL_ADDRESS: too?'), []);
});

test('the owner of the tag is asked for next', () => {
  const text = `BAD_POOL_CALLER (c2)
Arguments:
Arg1: 0000000000000007, Attempt to free pool which was already freed
Arg2: 0000000048565458, (reserved)
Arg3: 00000000040a0018, Memory contents of the pool block
Arg4: ffffb1068e4956f0, Address of the block of pool being deallocated

POOL_ADDRESS:  ffffb1068e4956f0

FREED_POOL_TAG:  XTVH
`;
  const [crash] = diagnose([{ source: null, text }], loadKnowledge()).crashes;
  const commands = crash?.judgement.nextCommands.map(({ command }) => command) ?? [];
  assert.ok(commands.includes('!mex.tag XTVH'), commands.join());
  assert.equal(crash?.judgement.verdict.culprit, 'unknown');
});
