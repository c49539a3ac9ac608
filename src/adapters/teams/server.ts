import { createServer as createHttpServer, type Server } from 'node:http';
import restify from 'restify';
import type { Log } from '../../ports/log.ts';
import type { PageRoute } from '../../ports/page.ts';
import { strangerBy } from './local-door.ts';
import { asksWithToken } from './metrics-token.ts';
import { mountPage } from './mount-page.ts';
import { readBody, refuseUnread } from './read-body.ts';

/** Teams sends 100 KB at most; the rest is room for entities and escapes. */
const LARGEST_BODY = 256 * 1024;

export interface Routes {
  readonly messages: (request: restify.Request, response: restify.Response) => Promise<void>;
  readonly isReady: () => Promise<boolean>;
  /** Told, and not held against us: a bot that cannot send still takes messages, and answers them later. */
  readonly sending: () => Readonly<Record<string, string>>;
  readonly metrics: () => Promise<{ readonly contentType: string; readonly text: string }>;
  /** What to say to be shown the metrics; null: whoever may speak to the bot at all is only this machine, or nobody is. */
  readonly metricsToken: string | null;
  readonly authentication: 'on' | 'off';
  /** Where long output is pasted; none where nobody is offered that. */
  readonly pages?: readonly PageRoute[];
}

/** How long a connection may take its time. Node answers 408 to what is late, and looks for it every `checkMs`. */
export interface Patience {
  readonly headersMs: number;
  readonly requestMs: number;
  readonly idleMs: number;
  readonly checkMs: number;
}
const PATIENCE: Patience = { headersMs: 10_000, requestMs: 30_000, idleMs: 60_000, checkMs: 1_000 };

/** The HTTP side of the bot. Nothing below `/api/messages` is read before the headers are found harmless. */
export function createServer(routes: Routes, log: Log, patience = PATIENCE): Server {
  const router = restify.createServer({ name: 'stopcode', ignoreTrailingSlash: true });
  if (routes.authentication === 'off') {
    router.pre(onlyThisMachine(log));
  }
  router.post('/api/messages', withBody(routes.messages));
  router.get('/healthz', async (_request: restify.Request, response: restify.Response) => {
    response.send(200, { status: 'ok', ...routes.sending() });
  });
  router.get('/readyz', async (_request: restify.Request, response: restify.Response) => {
    const ready = await routes.isReady();
    response.send(ready ? 200 : 503, { status: ready ? 'ready' : 'database unreachable', ...routes.sending() });
  });
  router.get('/metrics', async (request: restify.Request, response: restify.Response) => {
    const refused = refuseMetrics(request, routes);
    if (refused) {
      return void response.send(refused, { error: 'set STOPCODE_METRICS_TOKEN, and send it as a bearer token' });
    }
    const { contentType, text } = await routes.metrics();
    response.sendRaw(200, text, { 'Content-Type': contentType });
  });
  mountPage(router, routes.pages ?? [], log);
  router.on('InternalServer', (_request, _response, error: Error, done: () => void) => {
    log.error('http.failed', { error: error.message });
    done();
  });
  return patientServer(router, patience);
}

/** restify makes its HTTP server without options, so it is given the requests of ours. */
function patientServer(router: restify.Server, { headersMs, requestMs, idleMs, checkMs }: Patience): Server {
  const server = createHttpServer({
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    connectionsCheckingInterval: checkMs,
  });
  server.setTimeout(idleMs);
  server.on('request', (request, response) => router.server.emit('request', request, response));
  // Nothing here speaks another protocol, and a socket that was upgraded belongs to nobody: no deadline ends it.
  server.on('upgrade', (_request, socket) => socket.destroy());
  return server;
}

function onlyThisMachine(log: Log): restify.RequestHandler {
  return (request, response, next) => {
    const reason = strangerBy(request.headers);
    if (!reason) {
      return next();
    }
    log.warn('http.stranger', { reason });
    response.header('Connection', 'close');
    response.send(403, { error: `only this machine is answered: ${reason}` });
    return next(false);
  };
}

function refuseMetrics(request: restify.Request, { metricsToken, authentication }: Routes): 401 | 404 | null {
  if (metricsToken !== null) {
    return asksWithToken(request.headers.authorization, metricsToken) ? null : 401;
  }
  return authentication === 'off' ? null : 404;
}

/** Hands on a request with its body read as JSON, or refuses it. */
function withBody(messages: Routes['messages']): Routes['messages'] {
  return async (request, response) => {
    const refused = statusByHeader(request);
    if (refused === 415) {
      return refuseUnread(request, response, 415, 'send plain application/json');
    }
    const body = refused ? 'too-long' : await readBody(request, LARGEST_BODY);
    if (body === 'too-long') {
      return refuseUnread(request, response, 413, 'body too large');
    }
    if (body === 'cut-off') {
      return;
    }
    try {
      request.body = JSON.parse(body.toString(), storable);
    } catch {
      return void response.send(400, { error: 'not JSON' });
    }
    return messages(request, response);
  };
}

/** PostgreSQL stores neither U+0000 nor half a surrogate pair, and a damaged paste may hold both: U+FFFD stands for them. */
function storable(key: string, value: unknown): unknown {
  if (key.includes('\u0000') || !key.isWellFormed()) {
    return undefined;
  }
  return typeof value === 'string' ? value.replaceAll('\u0000', '\ufffd').toWellFormed() : value;
}

/** An encoded body is not unpacked: 60 KB can become 60 MB. */
function statusByHeader({ headers }: restify.Request): 413 | 415 | null {
  const encoding = headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') {
    return 415;
  }
  if (!/^application\/json[ \t]*(?:;|$)/i.test(headers['content-type'] ?? '')) {
    return 415;
  }
  return Number(headers['content-length'] ?? 0) > LARGEST_BODY ? 413 : null;
}
