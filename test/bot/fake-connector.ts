import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** An activity as it was on the wire. */
export interface Sent {
  readonly conversation: string;
  readonly path: string;
  readonly activity: Readonly<Record<string, unknown>>;
  readonly status: number;
}

export interface Reaction {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly code?: string;
  /** Cuts the connection instead of answering. */
  readonly reset?: boolean;
  /** Never answers. */
  readonly hang?: boolean;
}

export interface FakeConnector {
  readonly url: string;
  /** Every message that arrived, also those that were answered with an error. */
  readonly sent: Sent[];
  /** Signs that somebody is at work, which leave nothing behind. */
  readonly typing: Sent[];
  /** Reactions on messages: which message, which reaction. */
  readonly marks: { readonly conversation: string; readonly message: string; readonly reaction: string }[];
  /** Waits until this message has a reaction. */
  readonly marked: (message: string) => Promise<void>;
  /** How the next messages are answered; after that, as Teams does when all is well. */
  readonly reactions: Reaction[];
  /** How everything is answered for as long as it is set, signs too. */
  down: Reaction | null;
  /** Waits until so many signs arrived, taken or not. */
  readonly signs: (count: number) => Promise<void>;
  /** Waits until `count` messages arrived, taken or not. */
  readonly arrived: (count: number) => Promise<readonly Sent[]>;
  /** Waits until `count` messages were taken in all. */
  readonly taken: (count: number) => Promise<readonly Sent[]>;
  /** Waits until every one of these messages has an answer that was taken. */
  readonly replied: (ids: readonly string[]) => Promise<readonly Sent[]>;
  /** Waits until a client hangs up on a request that was never answered. */
  readonly hungUp: () => Promise<void>;
  readonly close: () => Promise<void>;
}

const DEADLINE_MS = 60_000;

/** A Bot Connector on loopback that keeps what is on the wire. */
export async function startFakeConnector(): Promise<FakeConnector> {
  const sent: Sent[] = [];
  const typing: Sent[] = [];
  const reactions: Reaction[] = [];
  const arrivals = new EventEmitter();
  const marks: FakeConnector['marks'] = [];
  const server = createServer(async (request, response) => {
    if (request.method === 'PUT' && request.url?.includes('/reactions/')) {
      const [, , , , conversation = '', , message = '', , reaction = ''] = request.url
        .split('/')
        .map(decodeURIComponent);
      marks.push({ conversation, message, reaction });
      arrivals.emit('sent');
      response.writeHead(200);
      return void response.end();
    }
    const activity = (await json(request)) as Sent['activity'];
    const isSign = activity.type === 'typing';
    const reaction = connector.down ?? (isSign ? undefined : reactions.shift()) ?? { status: 201 };
    react(request, response, reaction);
    const path = request.url ?? '';
    const conversation = decodeURIComponent(path.split('/')[4] ?? '');
    const answered = !reaction.reset && !reaction.hang;
    const kept = isSign ? typing : sent;
    kept.push({ conversation, path, activity, status: answered ? reaction.status : 0 });
    arrivals.emit('sent');
    if (reaction.hang) {
      response.once('close', () => arrivals.emit('hung-up'));
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const connector: FakeConnector = {
    url: `http://127.0.0.1:${port}/_connector`,
    down: null,
    signs: async (count) => void (await waitFor(() => typing, arrivals, count)),
    sent,
    typing,
    marks,
    marked: async (id) => void (await waitFor(() => marks.filter(({ message }) => message === id), arrivals, 1)),
    reactions,
    arrived: (count) => waitFor(() => sent, arrivals, count),
    taken: (count) => waitFor(() => sent.filter(isTaken), arrivals, count),
    replied: async (ids) => {
      const answered = () => sent.filter(isTaken).map(({ activity }) => String(activity.replyToId));
      await waitFor(() => ids.filter((id) => answered().includes(id)), arrivals, ids.length);
      return sent.filter(isTaken);
    },
    hungUp: async () => void (await once(arrivals, 'hung-up', { signal: AbortSignal.timeout(DEADLINE_MS) })),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return connector;
}

function react(request: IncomingMessage, response: ServerResponse, reaction: Reaction): void {
  if (reaction.reset) {
    return void request.socket.destroy();
  }
  if (reaction.hang) {
    return;
  }
  response.writeHead(reaction.status, { 'Content-Type': 'application/json', ...reaction.headers });
  const error = { error: { code: reaction.code ?? 'Error', message: 'as the test wants it' } };
  response.end(JSON.stringify(reaction.status < 300 ? { id: 'sent-1' } : error));
}

function isTaken({ status }: Sent): boolean {
  return status >= 200 && status < 300;
}

async function waitFor<T>(found: () => readonly T[], arrivals: EventEmitter, count: number): Promise<readonly T[]> {
  const signal = AbortSignal.timeout(DEADLINE_MS);
  while (found().length < count) {
    await once(arrivals, 'sent', { signal });
  }
  return found();
}
