import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AnsweringTools, answerMessage } from '#src/answering/answer-message.ts';
import type { Answer } from '#src/ports/answer.ts';
import type { Inbox, Waiting } from '#src/ports/inbox.ts';
import type { PostResult } from '#src/ports/post.ts';

const SORRY: Answer = { kind: 'text', text: 'sorry' };
const FINE: Answer = { kind: 'text', text: 'fine' };

function waitingMessage(attempts: number): Waiting {
  const target = { tenant: 't', conversation: 'c', reference: { activityId: 'a1' } };
  const message = { kind: 'message' as const, scope: 'personal' as const, text: 'x', locale: null };
  return { id: 'w1', attempts, target, message: { ...message, files: [], unreadable: [] } };
}

/** Tools that write down what happened, in order. */
function recording(result: PostResult, attempts = 1, converse: AnsweringTools['converse'] = async () => FINE) {
  const steps: string[] = [];
  const inbox: Inbox = {
    accept: async () => 'accepted',
    begin: async () => (attempts > 0 ? waitingMessage(attempts) : null),
    finish: async (_id, outcome) => void steps.push(`finish ${outcome}`),
    suspend: async (_target, reason) => void steps.push(`suspend ${reason}`),
    isReachable: async () => true,
  };
  const silent = () => undefined;
  const tools: AnsweringTools = {
    inbox,
    converse,
    apologise: () => SORRY,
    log: { info: silent, warn: silent, error: silent },
    post: async (_target, answer, replyTo) => {
      steps.push(`post ${answer.kind === 'text' ? answer.text : 'card'} to ${replyTo}`);
      return result;
    },
  };
  return { steps, tools };
}

test('an answer is posted, then the message is finished', async () => {
  const { steps, tools } = recording({ kind: 'posted' });
  await answerMessage('w1', tools);
  assert.deepEqual(steps, ['post fine to a1', 'finish posted']);
});

test('a message that was answered already is left alone', async () => {
  const { steps, tools } = recording({ kind: 'posted' }, 0);
  await answerMessage('w1', tools);
  assert.deepEqual(steps, []);
});

test('where thinking fails, the bot apologises instead of staying silent', async () => {
  const { steps, tools } = recording({ kind: 'posted' }, 1, async () => assert.fail('broken'));
  await answerMessage('w1', tools);
  assert.deepEqual(steps, ['post sorry to a1', 'finish posted']);
});

test('a message that ended four attempts badly is not thought about again', async () => {
  const { steps, tools } = recording({ kind: 'posted' }, 5, async () => assert.fail('thought again'));
  await answerMessage('w1', tools);
  assert.deepEqual(steps, ['post sorry to a1', 'finish posted']);
});

test('what was certainly not delivered is tried again as often as the queue likes', async () => {
  const { steps, tools } = recording({ kind: 'later', reason: '412' }, 3);
  await assert.rejects(answerMessage('w1', tools), /not delivered yet: 412/);
  assert.deepEqual(steps, ['post fine to a1']);
});

test('what may have been delivered is tried once more and no further', async () => {
  const first = recording({ kind: 'unclear', reason: '502' }, 1);
  await assert.rejects(answerMessage('w1', first.tools), /perhaps not delivered: 502/);
  assert.deepEqual(first.steps, ['post fine to a1']);
  const second = recording({ kind: 'unclear', reason: '502' }, 2);
  await answerMessage('w1', second.tools);
  assert.deepEqual(second.steps, ['post fine to a1', 'finish unsent']);
});

test('a closed conversation is suspended, a refused answer ends without retry', async () => {
  const gone = recording({ kind: 'gone', reason: '403' });
  await answerMessage('w1', gone.tools);
  assert.deepEqual(gone.steps, ['post fine to a1', 'suspend 403', 'finish gone']);
  const refused = recording({ kind: 'refused', reason: '400' });
  await answerMessage('w1', refused.tools);
  assert.deepEqual(refused.steps, ['post fine to a1', 'finish refused']);
});
