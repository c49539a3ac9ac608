import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PageAnswer } from '../../ports/page.ts';

/** Who is cut off in the middle of sending does not hear why, so this much more is read and thrown away. */
const LEEWAY = 1024 * 1024;

/** `too-long`: the rest is still to come. `cut-off`: nobody is there any more. */
export type Body = Buffer | 'too-long' | 'cut-off';

/** Reads a body, `most` bytes of it. Never rejects. */
export async function readBody(request: IncomingMessage, most: number): Promise<Body> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > most) {
        return 'too-long';
      }
      chunks.push(chunk);
    }
  } catch {
    return 'cut-off';
  }
  return Buffer.concat(chunks);
}

/** Answers a request whose body is not wanted, and then ends its connection. */
export function refuseUnread(
  request: IncomingMessage,
  response: ServerResponse,
  status: 413 | 415,
  error: string,
): Promise<void> {
  const headers = { 'Content-Type': 'application/json' };
  return endUnread(request, response, { status, headers, body: JSON.stringify({ error }) });
}

export async function endUnread(
  request: IncomingMessage,
  response: ServerResponse,
  { status, headers, body }: PageAnswer,
): Promise<void> {
  response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body), Connection: 'close' });
  response.write(body);
  await readBody(request, LEEWAY);
  response.end();
}
