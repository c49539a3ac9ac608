import type { AddressInfo } from 'node:net';
import type { Server } from 'restify';

/** Begins to accept requests. Resolves to the address it got (port 0 means any free one); rejects where it is taken. */
export function listen(server: Server, port: number, host: string): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve(server.address() as AddressInfo));
  });
}
