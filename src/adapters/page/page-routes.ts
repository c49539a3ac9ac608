import { readBytes } from '../../files/read-bytes.ts';
import { visibleName } from '../../files/visible-name.ts';
import { WHY_REFUSED } from '../../files/why-refused.ts';
import { LANGUAGE_TAG, languageOfLocale } from '../../language/language-of.ts';
import type { Language } from '../../language/text.ts';
import type { FileRead, FileRefusal } from '../../ports/file-reader.ts';
import type { Arrival, Inbox } from '../../ports/inbox.ts';
import type { Log } from '../../ports/log.ts';
import type { Here, Looking, PageAnswer, PageRequest, PageRoute } from '../../ports/page.ts';
import { type Admitted, admit, shownTicket } from './admit.ts';
import { hereRoutes } from './here-routes.ts';
import { type Answers, answersIn } from './page-answer.ts';
import { pageAssets } from './page-assets.ts';
import { pageHtml, type Theme } from './page-html.ts';
import { digestOf, filesOf, LARGEST_BODY, LARGEST_PASTE, pastesOf, readSent, type Sent } from './sent.ts';
import type { Ticket, TicketOffice } from './ticket.ts';

export interface PageTools {
  readonly authentication: 'on' | 'off';
  readonly tickets: TicketOffice;
  readonly accept: Inbox['accept'];
  readonly looking: Looking;
  /** Null where only a chat is answered. */
  readonly here: Here | null;
  /** Bounds how many large bodies are held at once; who waits holds nothing yet. */
  readonly inTurn: <T>(act: () => Promise<T>) => Promise<T>;
  readonly log: Log;
}

/** Somebody who was let in, and what became of their body. */
type Held = Exclude<Admitted, { kind: 'expired' | 'foreign' }>;

/** Whoever looks without a chat is one conversation. */
const HERE = 'page';

/** Everything that the paste page consists of. Nothing of a body is read before its ticket is found good. */
export function pageRoutes(tools: PageTools): PageRoute[] {
  const answers = answersIn(tools.authentication);
  const admitted = (act: (held: Held, request: PageRequest) => Promise<PageAnswer>) => async (request: PageRequest) => {
    const held = await admit(request, tools.tickets, tools.here !== null);
    if (held.kind === 'expired' || held.kind === 'foreign') {
      return answers.json(401, { problem: held.kind });
    }
    return act(held, request);
  };
  const sending = (act: (sent: Sent, held: Held, request: PageRequest) => Promise<unknown>) =>
    admitted((held, request) =>
      tools.inTurn(async () => {
        const sent = await sentBy(request);
        if (sent === 'too-long' || sent === null) {
          return refusal(answers, sent);
        }
        return answers.json(200, await act(sent, held, request));
      }),
    );
  return [
    page('/paste', 'ticket', answers),
    ...(tools.here ? [page('/', 'here', answers)] : []),
    ...pageAssets(tools.here !== null).map(({ path, type, body }) => get(path, async () => answers.asset(type, body))),
    get(
      '/page/ticket',
      admitted(async (held) => answers.json(200, held.kind === 'ticket' ? shownTicket(held.ticket) : {})),
    ),
    post(
      '/page/read',
      'application/octet-stream',
      admitted((_, request) => tools.inTurn(() => readFile(request, answers))),
    ),
    post(
      '/page/recognise',
      'application/json',
      sending((sent, held, { signal }) => {
        const conversation = held.kind === 'ticket' ? held.ticket.holder.target.conversation : HERE;
        return tools.looking.recognise(pastesOf(sent), { conversation, signal });
      }),
    ),
    post(
      '/page/send',
      'application/json',
      sending((sent, held) => send(sent, held, tools)),
    ),
    ...(tools.here ? hereRoutes(tools.here, sending, admitted, answers) : []),
  ];
}

function page(path: string, mode: 'here' | 'ticket', answers: Answers): PageRoute {
  return get(path, async ({ query, languages }) =>
    answers.html(pageHtml({ mode, language: languageAsked(query, languages), theme: themeOf(query) })),
  );
}

export function get(path: string, answer: PageRoute['answer']): PageRoute {
  return { method: 'GET', path, takes: null, answer };
}

export function post(path: string, takes: string, answer: PageRoute['answer']): PageRoute {
  return { method: 'POST', path, takes, answer };
}

function languageAsked(query: URLSearchParams, languages: string | undefined): Language {
  return languageOfLocale(query.get('lang') ?? languages ?? null);
}

function themeOf(query: URLSearchParams): Theme | null {
  const asked = query.get('theme');
  return asked === 'default' || asked === 'dark' || asked === 'contrast' ? asked : null;
}

async function sentBy({ readBody }: PageRequest): Promise<Sent | 'too-long' | null> {
  const body = await readBody(LARGEST_BODY);
  return typeof body === 'string' ? (body === 'too-long' ? body : null) : readSent(body);
}

function refusal({ json }: Answers, why: 'too-long' | null): PageAnswer {
  return why === null ? json(400, { problem: 'failed' }) : json(413, { problem: 'tooLong' });
}

/** The texts of one file, and what of it cannot be read and why. */
async function readFile({ query, readBody }: PageRequest, { json }: Answers): Promise<PageAnswer> {
  const name = visibleName(query.get('name') ?? '') ?? 'file';
  const body = await readBody(LARGEST_PASTE);
  if (body === 'cut-off') {
    return json(400, { problem: 'failed' });
  }
  const read: FileRead = body === 'too-long' ? { kind: 'refused', reason: 'too-big' } : readBytes(name, body);
  if (read.kind === 'text') {
    return json(200, { texts: [{ name, text: read.text }], refused: [] });
  }
  const refused = read.kind === 'unpacked' ? read.refused : [{ name, reason: read.reason }];
  const told = refused.map((file: { name: string; reason: FileRefusal }) => ({
    name: file.name,
    why: WHY_REFUSED[file.reason],
  }));
  return json(200, { texts: read.kind === 'unpacked' ? read.texts : [], refused: told });
}

/** Into the inbox, as if it had come in the chat; nothing is lost from then on. */
async function send(sent: Sent, held: Held, { accept, log }: PageTools): Promise<{ readonly state: string }> {
  if (held.kind !== 'ticket') {
    return { state: 'nowhere' };
  }
  const state = await accept(arrivalOf(sent, held.ticket));
  log.info('page.sent', { accepted: state, scope: held.ticket.holder.scope });
  return { state };
}

function arrivalOf(sent: Sent, { id, holder }: Ticket): Arrival {
  const { target, author, scope, timeZone } = holder;
  return {
    target,
    key: `page ${id} ${digestOf(sent)}`,
    replyTo: null,
    message: {
      kind: 'message',
      scope,
      text: sent.text,
      files: filesOf(sent),
      unreadable: [],
      author,
      locale: LANGUAGE_TAG[sent.language],
      ...(timeZone === undefined ? {} : { timeZone }),
    },
  };
}
