import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** How the channel treats what is posted to a conversation, where it does not simply take it. */
export type Behaviour =
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: number }
  | { readonly kind: 'reset' | 'hang' };

/** A message that was taken. */
export interface Taken {
  readonly conversation: string;
  readonly replyTo: string;
  readonly text: string;
  /** Milliseconds of `performance.now()`. */
  readonly at: number;
}

export interface Channel {
  readonly url: string;
  readonly port: number;
  readonly taken: readonly Taken[];
  /** When the first sign of life came to a conversation, be it that somebody is typing. */
  readonly firstSign: (conversation: string) => number | undefined;
  /** Requests that were not taken. */
  readonly refused: () => number;
  /** Treats conversations whose id begins so in this way, until the function that is returned is called. */
  readonly behave: (prefix: string, behaviour: Behaviour) => () => void;
  /** The address of a file to be fetched from here. */
  readonly offer: (name: string, body: string) => string;
  /** Waits until something is so, looking whenever a message is taken; false where it took too long. */
  readonly until: (isSo: () => boolean, ms: number) => Promise<boolean>;
  readonly close: () => Promise<void>;
}

const WELL = { status: 201, headers: { 'Content-Type': 'application/json' } };

/** A bot with credentials sends over HTTPS only, to the usual port. */
export interface Secure {
  readonly key: string;
  readonly cert: string;
  readonly port: number;
}

/** A Bot Connector on loopback that is unwell where it is told to be, and serves the files of its chats. */
export async function startChannel(secure?: Secure): Promise<Channel> {
  const taken: Taken[] = [];
  const signs = new Map<string, number>();
  const files = new Map<string, string>();
  const moods = new Map<string, Behaviour>();
  let refused = 0;
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url ?? '';
    if (request.method === 'GET') {
      return void response.end(files.get(path.slice(1)) ?? '');
    }
    const activity = (await json(request).catch(() => ({}))) as Activity;
    const conversation = decodeURIComponent(path.split('/')[4] ?? '');
    const mood = [...moods].find(([prefix]) => conversation.startsWith(prefix))?.[1];
    if (mood) {
      refused++;
      return refuse(request, response, mood);
    }
    response.writeHead(WELL.status, WELL.headers).end('{"id":"1"}');
    if (!signs.has(conversation)) {
      signs.set(conversation, performance.now());
    }
    if (request.method !== 'POST' || activity.type !== 'message') {
      return;
    }
    taken.push({
      conversation,
      replyTo: String(activity.replyToId ?? ''),
      text: textOf(activity),
      at: performance.now(),
    });
    server.emit('taken');
  };
  const server = secure ? createSecureServer(secure, serve) : createServer(serve);
  server.setMaxListeners(0);
  server.listen(secure?.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const origin = secure ? 'https://localhost' : `http://127.0.0.1:${port}`;
  return {
    ...{
      url: `${origin}/c`,
      port,
      taken,
      refused: () => refused,
      firstSign: (conversation) => signs.get(conversation),
    },
    behave: (prefix, behaviour) => {
      moods.set(prefix, behaviour);
      return () => void moods.delete(prefix);
    },
    offer: (name, body) => {
      files.set(name, body);
      return `${origin}/${name}`;
    },
    until: async (isSo, ms) => {
      const end = performance.now() + ms;
      while (!isSo()) {
        const left = end - performance.now();
        if (left <= 0) {
          return false;
        }
        await once(server, 'taken', { signal: AbortSignal.timeout(Math.ceil(Math.min(left, LOOK_MS))) }).catch(
          () => undefined,
        );
      }
      return true;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Something may become so without a message, too. */
const LOOK_MS = 250;

interface Activity {
  readonly type?: string;
  readonly replyToId?: string;
  readonly text?: string;
  readonly attachments?: readonly { readonly content?: unknown }[];
}

function textOf({ text, attachments }: Activity): string {
  return text ?? JSON.stringify(attachments?.[0]?.content ?? '');
}

function refuse(request: IncomingMessage, response: ServerResponse, mood: Behaviour): void {
  if (mood.kind !== 'status') {
    if (mood.kind === 'reset') {
      request.socket.destroy();
    }
    return;
  }
  const wait = mood.retryAfter === undefined ? {} : { 'Retry-After': String(mood.retryAfter) };
  response.writeHead(mood.status, { 'Content-Type': 'application/json', ...wait });
  response.end('{"error":{"code":"ServiceError","message":"injected"}}');
}
