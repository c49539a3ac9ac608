import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AnsweringTools, answerMessage } from '#src/answering/answer-message.ts';
import type { Answer } from '#src/ports/answer.ts';
import type { Inbox, Waiting } from '#src/ports/inbox.ts';
import type { PostResult } from '#src/ports/post.ts';

const SORRY: Answer = { kind: 'text', text: 'sorry' };
const FINE: Answer = { kind: 'text', text: 'fine' };

type Ends = Partial<Pick<Waiting, 'attempts' | 'lost' | 'unclear' | 'message'>>;

function waitingMessage(ends: Ends): Waiting {
  const target = { tenant: 't', conversation: 'c', reference: {} };
  const message = { kind: 'message' as const, scope: 'personal' as const, text: 'x', locale: null };
  const soFar = { attempts: 1, lost: 0, unclear: 0, ...ends };
  return { id: 'w1', target, replyTo: 'a1', message: { ...message, files: [], unreadable: [] }, ...soFar };
}

/** Tools that write down what happened, in order; `ends` null: the message is answered already. */
function recording(
  result: PostResult,
  ends: Ends | null = {},
  converse: AnsweringTools['converse'] = async () => FINE,
) {
  const steps: string[] = [];
  const inbox: Inbox = {
    accept: async () => 'accepted',
    begin: async () => (ends ? waitingMessage(ends) : null),
    postpone: async (_id, delivery) => void steps.push(`postpone ${delivery}`),
    finish: async (_id, outcome) => void steps.push(`finish ${outcome}`),
    suspend: async (_target, reason) => void steps.push(`suspend ${reason}`),
    tidy: async () => 0,
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
  const { steps, tools } = recording({ kind: 'posted' }, null);
  await answerMessage('w1', tools);
  assert.deepEqual(steps, []);
});

test('where thinking fails, the bot apologises instead of staying silent', async () => {
  const { steps, tools } = recording({ kind: 'posted' }, {}, async () => assert.fail('broken'));
  await answerMessage('w1', tools);
  assert.deepEqual(steps, ['post sorry to a1', 'finish posted']);
});

test('a message that was kept and cannot be read is answered with the apology', async () => {
  const { steps, tools } = recording({ kind: 'posted' }, { message: null }, async () => assert.fail('thought about'));
  await answerMessage('w1', tools);
  assert.deepEqual(steps, ['post sorry to a1', 'finish posted']);
});

test('a message that ended the process three times is not thought about again', async () => {
  const again = recording({ kind: 'posted' }, { attempts: 3, lost: 2 });
  await answerMessage('w1', again.tools);
  assert.deepEqual(again.steps, ['post fine to a1', 'finish posted']);
  const { steps, tools } = recording({ kind: 'posted' }, { attempts: 4, lost: 3 }, async () => assert.fail('thought'));
  await answerMessage('w1', tools);
  assert.deepEqual(steps, ['post sorry to a1', 'finish posted']);
});

test('what was certainly not delivered is tried again for a long time, and then given up', async () => {
  const early = recording({ kind: 'later', reason: '412' }, { attempts: 13 });
  await assert.rejects(answerMessage('w1', early.tools), /not delivered for now: 412/);
  assert.deepEqual(early.steps, ['post fine to a1', 'postpone none']);
  const late = recording({ kind: 'later', reason: '412' }, { attempts: 14 });
  await answerMessage('w1', late.tools);
  assert.deepEqual(late.steps, ['post fine to a1', 'finish unsent']);
});

test('what may have been delivered is tried once more and no further', async () => {
  const first = recording({ kind: 'unclear', reason: '502' }, { attempts: 5 });
  await assert.rejects(answerMessage('w1', first.tools), /not delivered for now: 502/);
  assert.deepEqual(first.steps, ['post fine to a1', 'postpone unclear']);
  const second = recording({ kind: 'unclear', reason: '502' }, { attempts: 6, unclear: 1 });
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
