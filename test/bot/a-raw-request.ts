import { connect, type Socket } from 'node:net';

/** A connection on which a test says bytes of its own, also such as no client would. */
export function dial(port: number): Socket {
  // Half open: whether the other side hangs up is what the tests look at.
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  socket.on('error', () => undefined);
  return socket;
}

/** Everything that comes back until the connection ends, in whatever way. */
export function everythingOn(socket: Socket): Promise<string> {
  let said = '';
  socket.on('data', (data: Buffer) => {
    said += data.toString();
  });
  return new Promise((resolve) => {
    for (const end of ['end', 'close']) {
      socket.once(end, () => resolve(said));
    }
  });
}

/** Sends these lines, and `body` behind them. Resolves to the status, 0 where the connection is cut without one. */
export async function statusOfRaw(port: number, lines: readonly string[], body = ''): Promise<number> {
  const socket = dial(port);
  socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`);
  const answer = await new Promise<string>((resolve) => {
    socket.once('data', (data: Buffer) => resolve(data.toString()));
    socket.once('close', () => resolve(''));
    socket.once('end', () => resolve(''));
  });
  socket.destroy();
  return Number(/^HTTP\/1\.1 (?<status>\d{3})/.exec(answer)?.groups?.status ?? 0);
}
