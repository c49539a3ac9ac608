import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAdapter } from '#src/adapters/teams/cloud-adapter.ts';
import { sendWholeEntities } from '#src/adapters/teams/entity-patch.ts';
import { startFakeConnector } from '../bot/fake-connector.ts';

const LABEL = {
  type: 'https://schema.org/Message',
  '@type': 'Message',
  '@context': 'https://schema.org',
  additionalType: ['AIGeneratedContent'],
};

test('entities leave the process whole: botbuilder 4.23.3 alone would drop all but their type', async () => {
  const connector = await startFakeConnector();
  const reference = {
    channelId: 'msteams',
    serviceUrl: connector.url,
    conversation: { id: 'a:1', conversationType: 'personal', isGroup: false, name: '' },
    bot: { id: '28:bot', name: 'b' },
    user: { id: '29:u', name: 'u' },
  };
  sendWholeEntities();
  await createAdapter({}).continueConversationAsync('', reference, async (context) => {
    await context.sendActivity({ type: 'message', text: 'labelled', entities: [LABEL] });
  });
  assert.deepEqual(connector.sent[0]?.activity.entities, [LABEL]);
  await connector.close();
});
