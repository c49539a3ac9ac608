import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface KeyServer {
  readonly metadataUrl: string;
  /** Requests so far, by path. */
  readonly asked: (path: '/metadata' | '/keys') => number;
  /** What is answered instead of the keys, as long as it is set. */
  answer: ((request: IncomingMessage, response: ServerResponse) => void) | null;
  keys: readonly object[];
  readonly close: () => Promise<void>;
}

/** The metadata document and the keys of a channel, on loopback. */
export async function startKeyServer(keys: readonly object[]): Promise<KeyServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    if (keyServer.answer) {
      return keyServer.answer(request, response);
    }
    const body = request.url === '/metadata' ? { jwks_uri: `${origin}/keys` } : { keys: keyServer.keys };
    response.end(JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const keyServer: KeyServer = {
    metadataUrl: `${origin}/metadata`,
    asked: (path) => asked.filter((url) => url === path).length,
    answer: null,
    keys,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return keyServer;
}
