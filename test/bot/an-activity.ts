import { randomUUID } from 'node:crypto';

export type Json = Readonly<Record<string, unknown>>;

/** A message in a personal chat as Teams posts it, to be changed by each test where it matters. */
export function anActivity(serviceUrl: string, changes: Json = {}): Json {
  return {
    type: 'message',
    id: randomUUID(),
    timestamp: '2026-11-22T10:00:00.000Z',
    channelId: 'msteams',
    serviceUrl,
    from: { id: '29:user', name: 'Wei', aadObjectId: '5d0b2d6e-0000-4000-8000-000000000001' },
    recipient: { id: '28:bot', name: 'Stopcode' },
    conversation: { id: 'a:personal', conversationType: 'personal', tenantId: 'tenant-1' },
    locale: 'en-US',
    text: 'help',
    textFormat: 'plain',
    entities: [{ type: 'clientInfo', locale: 'en-US', country: 'US', platform: 'Windows' }],
    channelData: { tenant: { id: 'tenant-1' } },
    ...changes,
  };
}
