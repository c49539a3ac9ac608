import { z } from 'zod';
import type { Language } from '../../language/text.ts';
import { Language as AnyLanguage } from '../../language/text-schema.ts';
import type { Here, Looking, PageAnswer, PageRequest, PageRoute } from '../../ports/page.ts';
import type { Answers } from './page-answer.ts';
import { filesOf, parsed, pastesOf, type Sent } from './sent.ts';

/** What a button of a card sends: its verb with its data, or what an offered file is about. */
const Pressed = z.object({ data: z.record(z.string(), z.unknown()), language: AnyLanguage });
const LARGEST_PRESS = 64 * 1024;
const JSON_TYPE = 'application/json';

type Sending = (act: (sent: Sent) => Promise<unknown>) => PageRoute['answer'];
type Admitting = (act: (held: unknown, request: PageRequest) => Promise<PageAnswer>) => PageRoute['answer'];

/** The page as a place to talk of its own, without a chat: only where this machine alone is answered. */
export function hereRoutes(
  here: Here,
  looking: Looking,
  sending: Sending,
  admitted: Admitting,
  { json }: Answers,
): PageRoute[] {
  const pressing = (act: (data: unknown, language: Language) => Promise<unknown>) =>
    admitted(async (_, { readBody }) => {
      const body = await readBody(LARGEST_PRESS);
      const pressed = typeof body === 'string' ? undefined : Pressed.safeParse(parsed(body)).data;
      return pressed ? json(200, await act(pressed.data, pressed.language)) : json(400, { problem: 'failed' });
    });
  return [
    route(
      '/page/say',
      sending(async (sent) => ({
        answer: await here.say({ text: sent.text, files: filesOf(sent) }, sent.language),
      })),
    ),
    route(
      '/page/report',
      sending(async (sent) => ({
        report: await looking.report(pastesOf(sent), sent.language, { conversation: 'page' }),
      })),
    ),
    route(
      '/page/press',
      pressing(async (data, language) => ({ card: await here.press(data, language) })),
    ),
    route(
      '/page/file',
      pressing(async (data, language) => ({ file: await here.write(data, language) })),
    ),
  ];
}

function route(path: string, answer: PageRoute['answer']): PageRoute {
  return { method: 'POST', path, takes: JSON_TYPE, answer };
}
