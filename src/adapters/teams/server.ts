import restify from 'restify';
import type { Log } from '../../ports/log.ts';

/** Teams sends 100 KB at most; the rest is room for entities and escapes. */
const LARGEST_BODY = 256 * 1024;

export interface Routes {
  readonly messages: (request: restify.Request, response: restify.Response) => Promise<void>;
  readonly isReady: () => Promise<boolean>;
  /** Told, and not held against us: a bot that cannot send still takes messages, and answers them later. */
  readonly sending: () => Readonly<Record<string, string>>;
  readonly metrics: () => Promise<{ readonly contentType: string; readonly text: string }>;
  /** Whether only this machine may read the metrics. */
  readonly metricsAre: 'loopback' | 'open';
}

/** The HTTP side of the bot. Nothing below `/api/messages` is read before the headers are found harmless. */
export function createServer(routes: Routes, log: Log): restify.Server {
  const server = restify.createServer({ name: 'stopcode', ignoreTrailingSlash: true });
  server.server.requestTimeout = 30_000;
  const read = restify.plugins.bodyReader({ maxBodySize: LARGEST_BODY });
  const parse = restify.plugins.jsonBodyParser({ bodyReader: true, reviver: storable });
  server.post('/api/messages', refuseByHeader, read, parse, routes.messages);
  server.get('/healthz', async (_request: restify.Request, response: restify.Response) => {
    response.send(200, { status: 'ok', ...routes.sending() });
  });
  server.get('/readyz', async (_request: restify.Request, response: restify.Response) => {
    const ready = await routes.isReady();
    response.send(ready ? 200 : 503, { status: ready ? 'ready' : 'database unreachable', ...routes.sending() });
  });
  server.get('/metrics', async (request: restify.Request, response: restify.Response) => {
    if (routes.metricsAre === 'loopback' && !isFromHere(request)) {
      response.send(404, { error: 'not here' });
      return;
    }
    const { contentType, text } = await routes.metrics();
    response.sendRaw(200, text, { 'Content-Type': contentType });
  });
  server.on('InternalServer', (_request, _response, error: Error, done: () => void) => {
    log.error('http.failed', { error: error.message });
    done();
  });
  return server;
}

/** A reverse proxy on this machine speaks for others, and says so. */
function isFromHere({ headers, socket }: restify.Request): boolean {
  const isProxied = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some((name) => headers[name] !== undefined);
  return !isProxied && /^(?:::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? '');
}

/** PostgreSQL stores neither U+0000 nor half a surrogate pair, and a damaged paste may hold both: U+FFFD stands for them. */
function storable(key: string, value: unknown): unknown {
  if (key.includes('\u0000') || !key.isWellFormed()) return undefined;
  return typeof value === 'string' ? value.replaceAll('\u0000', '\ufffd').toWellFormed() : value;
}

/**
 * restify unpacks gzip and counts only the packed bytes against its limit, so 60 KB can become 60 MB:
 * an encoded body is refused, and so is one that says beforehand that it is too long.
 */
function refuseByHeader(request: restify.Request, response: restify.Response, next: restify.Next): void {
  const status = statusByHeader(request);
  if (status === null) {
    next();
    return;
  }
  response.header('Connection', 'close');
  response.send(status, { error: status === 413 ? 'body too large' : 'send plain application/json' });
  next(false);
}

function statusByHeader(request: restify.Request): 413 | 415 | null {
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') return 415;
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) return 415;
  return Number(request.headers['content-length'] ?? 0) > LARGEST_BODY ? 413 : null;
}
