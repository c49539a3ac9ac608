import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What came in: all of it, so that a test may look for what must not be there. */
export interface SeenRequest {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Answers a request. `count` is the number of requests so far, this one included. */
export type Reaction = (response: ServerResponse, request: SeenRequest, count: number) => void;

export interface FakeModel {
  /** `http://127.0.0.1:PORT/v1`. */
  readonly url: string;
  readonly requests: readonly SeenRequest[];
  react: Reaction;
  readonly close: () => Promise<void>;
}

/** A server of this machine that speaks the protocol of `responses`, well or badly. */
export async function startFakeModel(react: Reaction): Promise<FakeModel> {
  const requests: SeenRequest[] = [];
  const server = createServer(async (request, response) => {
    const body = await text(request).catch(() => '');
    const seen = { path: request.url ?? '', headers: request.headers, body };
    requests.push(seen);
    fake.react(response, seen, requests.length);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const fake: FakeModel = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    react,
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return fake;
}

export function respond(response: ServerResponse, status: number, body: unknown, headers = {}): void {
  const isText = typeof body === 'string';
  response.writeHead(status, { 'Content-Type': isText ? 'text/html' : 'application/json', ...headers });
  response.end(isText ? body : JSON.stringify(body));
}

/** A whole answer of the model; `content` as the protocol has it, a string for a text. */
export function modelAnswer(content: unknown, changes: object = {}): object {
  const parts = typeof content === 'string' ? [{ type: 'output_text', text: content, annotations: [] }] : content;
  const message = { type: 'message', id: 'm', role: 'assistant', status: 'completed', content: parts };
  const usage = { input_tokens: 100, output_tokens: 20, total_tokens: 120 };
  return { id: 'r', object: 'response', status: 'completed', model: 'fake', output: [message], usage, ...changes };
}

export function statementsAnswer(
  statements: readonly { readonly text: string; readonly cites: readonly string[] }[],
): object {
  return modelAnswer(JSON.stringify({ statements }));
}
