import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { Language as AnyLanguage } from '../../language/text-schema.ts';
import type { Here, PageAnswer, PageRequest, PageRoute } from '../../ports/page.ts';
import type { Answers } from './page-answer.ts';
import { filesOf, parsed, type Sent } from './sent.ts';

/** What a press of the page sends. */
const SayingId = z.number().int().positive();
/** A button of a card: its verb with its data. */
const Pressed = z.object({ saying: SayingId, data: z.record(z.string(), z.unknown()), language: AnyLanguage });
/** An offered file that is wanted. */
const Wanted = z.object({ data: z.record(z.string(), z.unknown()), language: AnyLanguage });
const Asked = z.object({ saying: SayingId, language: AnyLanguage });
const Cleared = z.object({});
const LARGEST_PRESS = 64 * 1024;
const JSON_TYPE = 'application/json';

type Sending = (act: (sent: Sent) => Promise<unknown>) => PageRoute['answer'];
type Admitting = (act: (held: unknown, request: PageRequest) => Promise<PageAnswer>) => PageRoute['answer'];

/** The page as a place to talk of its own, without a chat: only where this machine alone is answered. */
export function hereRoutes(here: Here, sending: Sending, admitted: Admitting, { json }: Answers): PageRoute[] {
  const asking = <T>(shape: z.ZodType<T>, act: (asked: T) => Promise<unknown>) =>
    admitted(async (_, { readBody }) => {
      const body = await readBody(LARGEST_PRESS);
      const asked = typeof body === 'string' ? undefined : shape.safeParse(parsed(body)).data;
      return asked === undefined ? json(400, { problem: 'failed' }) : json(200, await act(asked));
    });
  const say = sending(async (sent) => {
    if (sent.isChosen) {
      await here.choose(sent.language);
    }
    const { text, timeZone } = sent;
    const written = { text, files: filesOf(sent), ...(timeZone === undefined ? {} : { timeZone }) };
    await here.say(written, sent.language, sent.key ?? randomUUID());
    return {};
  });
  const heard = admitted(async (_, { query }) => {
    const sayings = await here.heard(numberIn(query.get('after')));
    return json(200, { sayings });
  });
  return [
    { method: 'GET', path: '/page/heard', takes: null, answer: heard },
    post('/page/say', say),
    post(
      '/page/report',
      asking(Asked, async ({ saying, language }) => ({ report: await here.report(saying, language) })),
    ),
    post(
      '/page/press',
      asking(Pressed, async ({ saying, data, language }) => ({ card: await here.press(saying, data, language) })),
    ),
    post(
      '/page/file',
      asking(Wanted, async ({ data, language }) => ({ file: await here.write(data, language) })),
    ),
    post(
      '/page/clear',
      asking(Cleared, async () => {
        await here.clear();
        return {};
      }),
    ),
  ];
}

function post(path: string, answer: PageRoute['answer']): PageRoute {
  return { method: 'POST', path, takes: JSON_TYPE, answer };
}

function numberIn(text: string | null): number {
  return /^\d{1,15}$/.test(text ?? '') ? Number(text) : 0;
}
