import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerInvoke } from '#src/adapters/teams/answer-invoke.ts';
import { IncomingActivity } from '#src/adapters/teams/incoming-activity.ts';
import { anActivity, type Json } from '../bot/an-activity.ts';

const TARGET = { tenant: 'tenant-1', conversation: 'a:personal', reference: {} };
const UNKNOWN = { action: { verb: 'case.of-an-older-card', data: {} } };
const ACCEPTED = {
  action: 'accept',
  context: {},
  uploadInfo: { name: 'a.txt', uploadUrl: 'https://a/', contentUrl: 'https://a/', uniqueId: '1', fileType: 'txt' },
};
const HAN = /\p{Script=Han}/u;

/** What is sent back where no button, file or message is ours any more. */
async function answersTo(changes: Json): Promise<unknown[]> {
  const sent: unknown[] = [];
  const activity = IncomingActivity.parse(anActivity('http://127.0.0.1:1/', { type: 'invoke', ...changes }));
  const context = {
    sendActivity: async (activityOrText: unknown) => {
      sent.push(activityOrText);
      return undefined;
    },
  };
  await answerInvoke(context, activity, TARGET, {
    act: async () => null,
    rate: async () => false,
    openPage: null,
    writeFile: async () => null,
    uploadFile: async () => false,
    triageMessage: () => Promise.reject(new Error('nobody points at a message here')),
    messageActionMs: 1000,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  return sent;
}

test('what cannot be done is said in the language of whoever pressed', async () => {
  const failures = [
    { name: 'adaptiveCard/action', value: UNKNOWN, says: /not known any more/ },
    { name: 'fileConsent/invoke', value: ACCEPTED, says: /could not be uploaded/ },
    {
      name: 'composeExtension/fetchTask',
      value: { commandId: 'triageMessage', messagePayload: {} },
      says: /takes longer/,
    },
  ];
  for (const { name, value, says } of failures) {
    const english = JSON.stringify(await answersTo({ name, value }));
    assert.match(english, says);
    assert.doesNotMatch(english, HAN);
    const chinese = JSON.stringify(
      await answersTo({ name, value, entities: [{ type: 'clientInfo', locale: 'zh-CN' }] }),
    );
    assert.match(chinese, HAN);
    assert.doesNotMatch(chinese, says);
  }
});
