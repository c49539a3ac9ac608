import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AnsweringTools, answerMessage } from '#src/answering/answer-message.ts';
import type { Answer } from '#src/ports/answer.ts';

const SORRY: Answer = { kind: 'text', text: 'sorry' };
const FINE: Answer = { kind: 'text', text: 'fine' };

/** Tools that write down what happened, in order; `lost` null: the answer is known already. */
function recording(lost: number | null, converse: AnsweringTools['converse'] = async () => FINE) {
  const steps: string[] = [];
  const target = { tenant: 't', conversation: 'c', reference: {} };
  const message = {
    kind: 'message',
    scope: 'personal',
    text: '你好',
    locale: null,
    files: [],
    unreadable: [],
  } as const;
  const silent = () => undefined;
  const tools: AnsweringTools = {
    inbox: {
      begin: async (id) => (lost === null ? null : { id, target, message, lost }),
      keep: async (id, answer, language) =>
        void steps.push(`keep ${id} ${answer.kind === 'text' ? answer.text : 'card'} ${language}`),
      ignore: async (id) => void steps.push(`ignore ${id}`),
      resume: async (id) => void steps.push(`resume ${id}`),
    },
    converse,
    apologise: () => SORRY,
    log: { info: silent, warn: silent, error: silent },
  };
  return { steps, tools };
}

test('an answer is thought out and kept, with the language it is in', async () => {
  const { steps, tools } = recording(0);
  await answerMessage('w1', tools);
  assert.deepEqual(steps, ['keep w1 fine zh']);
});

test('an answer that is known already is not thought out again, but goes on its way', async () => {
  const { steps, tools } = recording(null, async () => assert.fail('thought'));
  await answerMessage('w1', tools);
  assert.deepEqual(steps, ['resume w1']);
});

test('where thinking fails, the bot apologises instead of staying silent', async () => {
  const { steps, tools } = recording(0, async () => assert.fail('broken'));
  await answerMessage('w1', tools);
  assert.deepEqual(steps, ['keep w1 sorry zh']);
});

test('a message that was kept and cannot be read is answered with the apology', async () => {
  const { steps, tools } = recording(0, async () => assert.fail('thought about'));
  const begin = async (id: string) => ({
    id,
    target: { tenant: 't', conversation: 'c', reference: {} },
    message: null,
    lost: 0,
  });
  await answerMessage('w1', { ...tools, inbox: { ...tools.inbox, begin } });
  assert.deepEqual(steps, ['keep w1 sorry en']);
});

test('a message that ended the process three times is not thought about again', async () => {
  const again = recording(2);
  await answerMessage('w1', again.tools);
  assert.deepEqual(again.steps, ['keep w1 fine zh']);
  const { steps, tools } = recording(3, async () => assert.fail('thought'));
  await answerMessage('w1', tools);
  assert.deepEqual(steps, ['keep w1 sorry zh']);
});
