import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface LoopbackConnector {
  readonly url: string;
  /** Paths and bodies in the order they came, with the millisecond. */
  readonly taken: readonly { readonly path: string; readonly body: string; readonly at: number }[];
  readonly count: (count: number) => Promise<void>;
  readonly close: () => void;
}

/** A Bot Connector on this machine that takes everything at once. */
export async function startLoopbackConnector(): Promise<LoopbackConnector> {
  const taken: { path: string; body: string; at: number }[] = [];
  const server = createServer(async (request, response) => {
    const body = await text(request);
    taken.push({ path: request.url ?? '', body, at: performance.now() });
    response.writeHead(201, { 'Content-Type': 'application/json' }).end('{"id":"1"}');
    server.emit('taken');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/c`,
    taken,
    count: async (count) => {
      while (taken.length < count) {
        await once(server, 'taken');
      }
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
