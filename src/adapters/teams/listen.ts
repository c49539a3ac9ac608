import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const REFUSED: Readonly<Record<string, string>> = {
  EADDRINUSE: 'is in use: end what listens there, or set PORT to another (0 takes any free one)',
  EACCES: 'may not be used by this user: set PORT to one above 1023',
};

/** Begins to accept requests. Resolves to the address it got (port 0 means any free one); rejects where it is taken. */
export function listen(server: Server, port: number, host: string): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why = REFUSED[error.code ?? ''];
      reject(why === undefined ? error : new Error(`Port ${port} of ${host} ${why}.`, { cause: error }));
    });
    server.listen(port, host, () => resolve(server.address() as AddressInfo));
  });
}

/** Ends a server: requests in hand may finish until the deadline, then every connection is cut. */
export async function stopListening(server: Server, deadlineMs: number): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  const cut = setTimeout(() => server.closeAllConnections(), deadlineMs);
  await closed;
  clearTimeout(cut);
}
