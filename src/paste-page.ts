import { randomUUID } from 'node:crypto';
import { openPageAt } from './adapters/page/open-page.ts';
import { pageRoutes } from './adapters/page/page-routes.ts';
import { ticketKey, ticketOffice } from './adapters/page/ticket.ts';
import { fewWithFiles } from './answering/few-with-files.ts';
import type { Config } from './config.ts';
import { LANGUAGE_TAG } from './language/language-of.ts';
import { NOT_RECOGNISED, recognise } from './page/recognise.ts';
import { reportText } from './page/report-text.ts';
import type { Act, Pressed, WriteFile } from './ports/act.ts';
import type { DiagnoseFor } from './ports/diagnoser.ts';
import type { Inbox, Target } from './ports/inbox.ts';
import type { Log } from './ports/log.ts';
import type { Author, Message } from './ports/message.ts';
import type { Here, Looking, OpenPage, PageRoute } from './ports/page.ts';
import type { Turn } from './ports/turn.ts';

export interface PastePage {
  readonly routes: readonly PageRoute[];
  readonly openPage: OpenPage;
}

export interface PastePageTools {
  readonly accept: Inbox['accept'];
  readonly diagnoseFor: DiagnoseFor;
  readonly converse: (turn: Turn) => ReturnType<Here['say']>;
  readonly act: Act;
  readonly writeFile: WriteFile;
  readonly now: () => Date;
  readonly log: Log;
}

/** Whether long output can be pasted on a page: in Teams its address must be known, on this machine it is. */
export function hasPastePage({ authentication, publicUrl }: Config): boolean {
  return authentication === 'off' || publicUrl !== null;
}

/** The paste page, put together. `port` is where this process listens, once it does. */
export function pastePage(config: Config, port: () => number, tools: PastePageTools): PastePage {
  const tickets = ticketOffice(ticketKey(config.pageSecret), tools.now);
  const { authentication } = config;
  const few = fewWithFiles();
  const routes = pageRoutes({
    ...tools,
    authentication,
    tickets,
    looking: looking(tools.diagnoseFor),
    here: authentication === 'off' ? onThisMachine(tools) : null,
    inTurn: (act) => few(SOME_FILE, act),
  });
  const address = () => config.publicUrl ?? `http://127.0.0.1:${port()}`;
  return { routes, openPage: openPageAt(address, tickets) };
}

/** What is pasted on the page takes as much memory as the files of a chat. */
const SOME_FILE = { files: [{ name: 'paste', url: '' }] };

function looking(diagnoseFor: DiagnoseFor): Looking {
  return {
    recognise: async (pastes, asker) => {
      const diagnosis = await diagnoseFor(asker)(pastes).catch(() => null);
      return diagnosis ? recognise(diagnosis, pastes) : NOT_RECOGNISED;
    },
    report: async (pastes, language, asker) => reportText(await diagnoseFor(asker)(pastes), pastes, language),
  };
}

/** A place like a chat, with cases of its own; nothing can be posted there by itself. */
const HERE: Target = { tenant: '', conversation: 'page', reference: {} };
const SOMEBODY: Author = { id: 'page', name: '' };

function onThisMachine({ converse, act, writeFile }: PastePageTools): Here {
  const pressed = (data: unknown, language: Pressed['language']): Pressed => ({
    id: randomUUID(),
    target: HERE,
    author: SOMEBODY,
    language,
    data,
  });
  return {
    say: ({ text, files }, language) => {
      const locale = LANGUAGE_TAG[language];
      const who = { kind: 'message', scope: 'personal', author: SOMEBODY, locale, unreadable: [] } as const;
      const message: Message = { ...who, text, files };
      return converse({ id: randomUUID(), target: HERE, message, language });
    },
    press: (data, language) => act(pressed(data, language)),
    write: (data, language) => writeFile(pressed(data, language)),
  };
}
