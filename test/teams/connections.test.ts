import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer as httpServer, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { type TestContext, test } from 'node:test';
import { listen, stopListening } from '#src/adapters/teams/listen.ts';
import { createServer, type Patience } from '#src/adapters/teams/server.ts';
import { dial, everythingOn } from '../bot/a-raw-request.ts';

const QUIET = { info: () => undefined, warn: () => undefined, error: () => undefined };
const SOON: Patience = { headersMs: 100, requestMs: 300, idleMs: 5_000, checkMs: 20 };
const LATE = /^HTTP\/1\.1 408 /;

/** The HTTP side alone, with less patience than in earnest, and an end of its messages that the test decides. */
async function serve(context: TestContext, answered: Promise<void> = Promise.resolve()) {
  const errors: string[] = [];
  const routes = {
    messages: async (_request: unknown, response: { send: (status: number) => unknown }) => {
      await answered;
      response.send(200);
    },
    isReady: async () => true,
    metrics: async () => ({ contentType: 'text/plain', text: '' }),
    metricsToken: null,
    sending: () => ({}),
    authentication: 'on' as const,
  };
  const log = { ...QUIET, error: (event: string) => void errors.push(event) };
  const server = createServer(routes, log, SOON);
  const { port } = await listen(server, 0, '127.0.0.1');
  context.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { server, port, errors };
}

const POST = 'POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';

test('a request to speak another protocol ends its connection at once', async (context) => {
  const { server, port } = await serve(context);
  for (const protocol of ['websocket', 'h2c', 'TLS/1.0']) {
    for (const path of ['/api/messages', '/healthz', '/']) {
      const socket = dial(port);
      socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: ${protocol}\r\n\r\n`);
      assert.equal(await everythingOn(socket), '', `${protocol} ${path}`);
    }
  }
  const tunnel = dial(port);
  tunnel.write('CONNECT 10.0.0.1:443 HTTP/1.1\r\nHost: x\r\n\r\n');
  assert.equal(await everythingOn(tunnel), '');
  assert.equal(await connectionsOf(server), 0);
});

test('a body that does not end is ended with 408, be it slow, short of its length, or without any', async (context) => {
  const { server, port, errors } = await serve(context);
  const beginnings = [
    [`${POST}Content-Length: 1000\r\n\r\n{"type":`, ' '],
    [`${POST}Content-Length: 1000\r\n\r\n`, ''],
    [`${POST}Transfer-Encoding: chunked\r\n\r\n5\r\n{"a":\r\n`, '1\r\n \r\n'],
    [`${POST}Transfer-Encoding: chunked\r\n\r\n400\r\n{"a":`, ' '],
  ] as const;
  for (const [beginning, drop] of beginnings) {
    const socket = dial(port);
    socket.write(beginning);
    const dripping = setInterval(() => socket.write(drop), 30);
    context.after(() => clearInterval(dripping));
    // Who goes on sending may be cut before the answer is heard.
    const said = await everythingOn(socket);
    assert.match(said || (drop && 'HTTP/1.1 408 '), LATE, beginning);
    clearInterval(dripping);
    socket.destroy();
  }
  assert.equal(await connectionsOf(server), 0);
  assert.deepEqual(errors, []);
});

test('headers that do not end, and a connection that says nothing, are ended too', async (context) => {
  const { server, port } = await serve(context);
  for (const beginning of ['', 'POST /api/mess', 'GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: ']) {
    const socket = dial(port);
    socket.write(beginning);
    const said = await everythingOn(socket);
    assert.match(said || 'HTTP/1.1 408 ', LATE, beginning);
    socket.destroy();
  }
  assert.equal(await connectionsOf(server), 0);
});

test('a chunked body that never ends is answered 413 as soon as it is too long, and then cut', async (context) => {
  const { server, port } = await serve(context);
  const socket = dial(port);
  socket.write(`${POST}Transfer-Encoding: chunked\r\n\r\n`);
  const chunk = `${(16_384).toString(16)}\r\n${' '.repeat(16_384)}\r\n`;
  let sent = 0;
  const more = () => {
    while (!socket.destroyed && socket.writable && sent < 4000) {
      sent++;
      if (!socket.write(chunk)) {
        return void socket.once('drain', more);
      }
    }
  };
  more();
  const closed = closing(socket);
  const [answer] = (await once(socket, 'data')) as [Buffer];
  assert.match(
    answer.toString(),
    /^HTTP\/1\.1 413 [\s\S]*\r\nConnection: close\r\n[\s\S]*\{"error":"body too large"\}$/i,
  );
  await closed;
  assert.ok(sent < 1000, `${sent} chunks of 16 KB were taken`);
  assert.equal(await connectionsOf(server), 0);
});

test('who hangs up in the middle of a body leaves neither a connection nor an error behind', async (context) => {
  const { server, port, errors } = await serve(context);
  const connected = once(server, 'connection');
  const socket = dial(port);
  socket.write(`${POST}Content-Length: 1000\r\n\r\n{"type":`);
  const [taken] = await connected;
  const closed = closing(taken);
  await once(server, 'request');
  socket.resetAndDestroy();
  await closed;
  assert.equal(await connectionsOf(server), 0);
  assert.deepEqual(errors, []);
});

test('the end waits for requests in hand, but not for ever, and for nobody who just keeps a connection', async (context) => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const { server, port } = await serve(context, promise);
  const idle = dial(port);
  idle.write('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n');
  await once(idle, 'data');
  const unfinished = dial(port);
  unfinished.write(`${POST}Content-Length: 1000\r\n\r\n{`);
  await once(server, 'request');
  const inHand = dial(port);
  inHand.write(`${POST}Content-Length: 2\r\n\r\n{}`);
  await once(server, 'request');
  const ended = stopListening(server, 150);
  resolve();
  assert.match(await everythingOn(inHand), /^HTTP\/1\.1 200 /);
  await ended;
  assert.equal(server.listening, false);
  assert.equal(await connectionsOf(server), 0);
});

/** Resolves when it is closed, also by an error. */
function closing(socket: Socket): Promise<void> {
  return new Promise((resolve) => socket.once('close', () => resolve()));
}

function connectionsOf(server: Server): Promise<number> {
  return new Promise((resolve, reject) =>
    server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
  );
}

test('a port that is taken says what to do', async (t) => {
  const first = httpServer();
  t.after(() => first.close());
  const { port } = await listen(first, 0, '127.0.0.1');
  await assert.rejects(listen(httpServer(), port, '127.0.0.1'), {
    message: `Port ${port} of 127.0.0.1 is in use: end what listens there, or set PORT to another (0 takes any free one).`,
  });
});
