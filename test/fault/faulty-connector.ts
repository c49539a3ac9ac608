import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A digest that was taken: the conversation, and the key that stands on its card. */
export interface Delivery {
  readonly conversation: string;
  readonly tenant: string;
  readonly key: string;
  readonly at: number;
}

export interface FaultyConnector {
  readonly url: string;
  readonly deliveries: readonly Delivery[];
  readonly faults: () => number;
  /** Called with the count of requests so far, the moment one has arrived and before it is answered. */
  onArrival: (count: number) => void;
  /** Waits until so many different digests were taken. */
  readonly delivered: (count: number, deadlineMs: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A response that says that the message was not taken; null cuts the connection or leaves it hanging. */
type Fault = { readonly status: number; readonly headers?: Record<string, string> } | 'reset' | 'hang';

const FAULTS: readonly (readonly [share: number, fault: Fault])[] = [
  [0.03, { status: 429, headers: { 'Retry-After': '1' } }],
  [0.03, { status: 429 }],
  [0.03, { status: 412 }],
  [0.02, { status: 502 }],
  [0.02, { status: 503 }],
  [0.02, { status: 504 }],
  [0.03, 'reset'],
  [0.004, 'hang'],
];

/** A Bot Connector that fails now and then, always without taking the message. `random` decides. */
export async function startFaultyConnector(random: () => number): Promise<FaultyConnector> {
  const deliveries: Delivery[] = [];
  const arrivals = new EventEmitter().setMaxListeners(100);
  let requests = 0;
  let faults = 0;
  const server = createServer(async (request, response) => {
    const body = await text(request);
    connector.onArrival(++requests);
    const fault = pick(random());
    if (fault) {
      faults++;
      return fail(request, response, fault);
    }
    if (!body.includes('"type":"typing"')) {
      deliveries.push(read(request, body));
    }
    response.writeHead(201, { 'Content-Type': 'application/json' }).end('{"id":"1"}');
    arrivals.emit('taken');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const connector: FaultyConnector = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/c`,
    deliveries,
    faults: () => faults,
    onArrival: () => undefined,
    delivered: async (count, deadlineMs) => {
      const signal = AbortSignal.timeout(deadlineMs);
      while (distinct(deliveries) < count) {
        await once(arrivals, 'taken', { signal });
      }
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return connector;
}

export function distinct(deliveries: readonly Delivery[]): number {
  return new Set(deliveries.map(({ conversation, key }) => `${conversation} ${key}`)).size;
}

function pick(chance: number): Fault | null {
  let sum = 0;
  for (const [share, fault] of FAULTS) {
    sum += share;
    if (chance < sum) {
      return fault;
    }
  }
  return null;
}

function fail(request: IncomingMessage, response: ServerResponse, fault: Fault): void {
  if (fault === 'reset') {
    return void request.socket.destroy();
  }
  if (fault === 'hang') {
    return;
  }
  response.writeHead(fault.status, { 'Content-Type': 'application/json', ...fault.headers });
  response.end('{"error":{"code":"Injected","message":"as the test wants it"}}');
}

const KEY = /"text":"(?<key>\d{4}-\d{2}-\d{2} [A-Za-z_]+\/[A-Za-z_]+)"/;

function read({ url = '' }: IncomingMessage, body: string): Delivery {
  const conversation = decodeURIComponent(url.split('/')[4] ?? '');
  const tenant = conversation.split(':')[0] ?? '';
  return { conversation, tenant, key: KEY.exec(body)?.groups?.key ?? 'none', at: performance.now() };
}
