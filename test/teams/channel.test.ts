import { createAdapter } from '#src/adapters/teams/cloud-adapter.ts';
import { sendWholeEntities } from '#src/adapters/teams/entity-patch.ts';
import { tokenSource } from '#src/adapters/teams/fetch-token.ts';
import { listen, stopListening } from '#src/adapters/teams/listen.ts';
import { markRead } from '#src/adapters/teams/mark-read.ts';
import { postAnswer } from '#src/adapters/teams/post-answer.ts';
import { receive } from '#src/adapters/teams/receive.ts';
import { createServer } from '#src/adapters/teams/server.ts';
import type { AdaptiveCard } from '#src/cards/adaptive-card.ts';
import { postActivity } from '../bot/a-bot.ts';
import { IDLE_INBOX } from '../support/idle-inbox.ts';
import { type Channel, channelContract, type Inside } from './channel.contract.ts';

const QUIET = { info: () => undefined, warn: () => undefined, error: () => undefined };

channelContract('botbuilder', async (): Promise<Channel> => {
  sendWholeEntities();
  const adapter = createAdapter({});
  const sending = { adapter, appId: '', mayServe: () => true, deadlineMs: 30_000 };
  const inside: Inside = { arrivals: [], suspended: [], pressed: [], rated: [], opened: [] };
  const messages = receive({
    adapter,
    mayServe: () => true,
    mayUse: () => true,
    inbox: {
      ...IDLE_INBOX,
      accept: async (arrival) => {
        inside.arrivals.push(arrival);
        return 'accepted';
      },
      suspend: async ({ conversation }, reason) => void inside.suspended.push([conversation, reason]),
    },
    act: async (pressed) => {
      inside.pressed.push(pressed);
      const { verb } = pressed.data as { verb: string };
      return verb.startsWith('case.') ? ({ pressed: verb } as unknown as AdaptiveCard) : null;
    },
    rate: async (_target, rating) => inside.rated.push(rating) > 0,
    openPage: async ({ target }) => {
      inside.opened.push(target.conversation);
      return 'https://page.test/';
    },
    writeFile: async () => null,
    uploadFile: async () => false,
    triageMessage: () => Promise.reject(new Error('nobody points at a message here')),
    messageActionMs: 1000,
    log: QUIET,
  });
  const routes = {
    messages,
    isReady: async () => true,
    sending: () => ({}),
    metrics: async () => ({ contentType: 'text/plain', text: '' }),
    metricsToken: null,
    authentication: 'off' as const,
  };
  const server = createServer(routes, QUIET);
  const { port } = await listen(server, 0, '127.0.0.1');
  return {
    poster: (changes) => postAnswer({ ...sending, ...changes }),
    markRead: markRead({ ...sending, tokens: tokenSource() }),
    turn: async (activity) => {
      const response = await postActivity(port, activity);
      const text = await response.text();
      return { status: response.status, body: text === '' ? null : JSON.parse(text) };
    },
    inside,
    close: () => stopListening(server, 1000),
  };
});
