import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { openPageAt } from './adapters/page/open-page.ts';
import { pageRoutes } from './adapters/page/page-routes.ts';
import { ticketKey, ticketOffice } from './adapters/page/ticket.ts';
import { fewWithFiles } from './answering/few-with-files.ts';
import { talkHere } from './answering/talk-here.ts';
import type { Config } from './config.ts';
import { NOT_RECOGNISED, recognise } from './page/recognise.ts';
import { reportText } from './page/report-text.ts';
import type { Act, WriteFile } from './ports/act.ts';
import type { CaseStore } from './ports/case-store.ts';
import type { DiagnoseFor } from './ports/diagnoser.ts';
import type { Inbox } from './ports/inbox.ts';
import type { Log } from './ports/log.ts';
import type { Author } from './ports/message.ts';
import type { Looking, OpenPage, PageRoute } from './ports/page.ts';
import type { PeopleStore } from './ports/people-store.ts';
import type { Transcript } from './ports/transcript.ts';

export interface PastePage {
  readonly routes: readonly PageRoute[];
  readonly openPage: OpenPage;
}

export interface PastePageTools {
  readonly accept: Inbox['accept'];
  readonly diagnoseFor: DiagnoseFor;
  readonly act: Act;
  readonly writeFile: WriteFile;
  readonly people: Pick<PeopleStore, 'speaks' | 'turnAway'>;
  readonly cases: Pick<CaseStore, 'forgetLoose'>;
  readonly transcript: Transcript;
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
  const look = looking(tools.diagnoseFor);
  const routes = pageRoutes({
    ...tools,
    authentication,
    tickets,
    looking: look,
    here:
      authentication === 'off'
        ? talkHere({ ...tools, author: whoSitsHere(), report: look.report, newId: randomUUID })
        : null,
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

/** Cases have an owner, and "my cases" must mean somebody's. */
function whoSitsHere(): Author {
  return { id: 'page', name: userInfo().username };
}
