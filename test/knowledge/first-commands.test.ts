import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';

const knowledge = loadKnowledge();

test('a case whose arguments mean something else brings its own first commands', () => {
  const blockedIrp = knowledge.firstCommands('0x9f', ['0x3', null, null, null]);
  const pnpLock = knowledge.firstCommands('0x9f', ['0x4', null, null, null]);
  assert.equal(blockedIrp[0], '!irp <arg4>');
  assert.equal(pnpLock[0], '!thread <arg3>');
  assert.ok(!pnpLock.includes('!irp <arg4>'), 'argument 4 is a triage structure here, no IRP');
});

test('without the selecting argument, or with a value nobody published, those of the stop code hold', () => {
  const general = knowledge.bugcheck('0x9f')?.commands;
  assert.deepEqual(knowledge.firstCommands('0x9f', [null, null, null, null]), general);
  assert.deepEqual(knowledge.firstCommands('0x9f', ['0xabc', null, null, null]), general);
});

test('an unknown stop code has none', () => {
  assert.deepEqual(knowledge.firstCommands('0x7ffffff1', []), []);
});
