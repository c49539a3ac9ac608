import type restify from 'restify';
import type { Log } from '../../ports/log.ts';
import type { PageAnswer, PageRoute } from '../../ports/page.ts';
import { endUnread, readBody, refuseUnread } from './read-body.ts';

/** Lets the server answer the requests of the paste page. */
export function mountPage(router: restify.Server, pages: readonly PageRoute[], log: Log): void {
  for (const page of pages) {
    const answer = async (request: restify.Request, response: restify.Response) => take(page, request, response, log);
    if (page.method === 'GET') {
      router.get(page.path, answer);
    } else {
      router.post(page.path, answer);
    }
  }
}

async function take(page: PageRoute, request: restify.Request, response: restify.Response, log: Log): Promise<void> {
  if (page.takes !== null && !isOfType(request, page.takes)) {
    return refuseUnread(request, response, 415, `send plain ${page.takes}`);
  }
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  let isRead = page.takes === null;
  const readOnce = async (most: number) => {
    const isTold = Number(request.headers['content-length'] ?? 0) > most;
    const body = isTold ? 'too-long' : await readBody(request, most);
    isRead = body !== 'too-long';
    return body;
  };
  const answer = await answerOf(page, request, readOnce, gone.signal, log);
  if (!isRead) {
    return endUnread(request, response, answer);
  }
  response.sendRaw(answer.status, Buffer.from(answer.body), { ...answer.headers });
}

async function answerOf(
  page: PageRoute,
  request: restify.Request,
  readOnce: (most: number) => ReturnType<typeof readBody>,
  signal: AbortSignal,
  log: Log,
): Promise<PageAnswer> {
  const { authorization, 'accept-language': languages } = request.headers;
  const query = new URLSearchParams(request.getQuery());
  try {
    return await page.answer({ query, authorization, languages, readBody: readOnce, signal });
  } catch (error) {
    // Its message may quote the paste, which no log may hold.
    log.error('page.failed', { path: page.path, error: error instanceof Error ? error.name : typeof error });
    return { status: 500, headers: { 'Content-Type': 'application/json' }, body: '{"problem":"failed"}' };
  }
}

/** An encoded body is not unpacked: 60 KB can become 60 MB. */
function isOfType({ headers }: restify.Request, type: string): boolean {
  const encoding = headers['content-encoding'];
  const [said = ''] = (headers['content-type'] ?? '').split(';', 1);
  return (encoding === undefined || encoding === 'identity') && said.trim().toLowerCase() === type;
}
