import type { AddressInfo } from 'node:net';
import type { Server } from 'restify';
import { converse } from '#dialogs/index.ts';
import { say } from '#dialogs/say.ts';
import { FAILED } from '#dialogs/words.ts';
import { type ThreadDiagnoser, threadDiagnoser } from './adapters/diagnosis-thread/thread-diagnoser.ts';
import { openaiExplainer } from './adapters/openai/openai-explainer.ts';
import { templateExplainer } from './adapters/openai/template-explainer.ts';
import { createAdapter } from './adapters/teams/cloud-adapter.ts';
import { sendWholeEntities } from './adapters/teams/entity-patch.ts';
import { fileReader } from './adapters/teams/file-reader.ts';
import { postAnswer } from './adapters/teams/post-answer.ts';
import { receive } from './adapters/teams/receive.ts';
import { createServer } from './adapters/teams/server.ts';
import { serviceUrlGuard } from './adapters/teams/service-url.ts';
import { type AnsweringTools, answerMessage } from './answering/answer-message.ts';
import type { Config } from './config.ts';
import { loadKnowledge } from './diagnosis/knowledge/load.ts';
import type { Log } from './ports/log.ts';
import { openState } from './state.ts';

const DIAGNOSIS = { milliseconds: 30_000, megabytes: 512 };
const SENDING = { deadlineMs: 60_000, pausesMs: [1000, 3000], random: Math.random };
const MODEL_MS = 20_000;

export interface Bot {
  readonly address: string;
  readonly port: number;
  /** Finishes what is in hand, then lets go of the database. */
  readonly stop: () => Promise<void>;
}

/** Puts the bot together and listens. Rejects where the database cannot be used or the port is taken. */
export async function startBot(config: Config, log: Log): Promise<Bot> {
  sendWholeEntities();
  const adapter = createAdapter(config.bot);
  const mayServe = serviceUrlGuard(config.authentication, config.serviceHosts);
  const mayUse = (tenant: string) => config.tenants.length === 0 || config.tenants.includes(tenant);
  const thread = threadDiagnoser(DIAGNOSIS.milliseconds, DIAGNOSIS.megabytes);
  const state = await openState(config.database, log);
  const { inbox, queue } = state;
  const server = createServer(
    { messages: receive({ adapter, inbox, log, mayServe, mayUse }), isReady: inbox.isReachable },
    log,
  );
  await listen(server, config);
  const post = postAnswer({ adapter, appId: config.appId, mayServe, ...SENDING });
  await queue.work((id) => answerMessage(id, { inbox, post, log, ...conversation(config, thread, log) }));
  const { address, port } = server.address() as AddressInfo;
  return {
    address,
    port,
    stop: async () => {
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await state.close();
      await thread.stop();
    },
  };
}

type Conversation = Pick<AnsweringTools, 'converse' | 'apologise'>;

function conversation(config: Config, { diagnose }: ThreadDiagnoser, log: Log): Conversation {
  const readFile = fileReader(config.authentication, config.fileHosts);
  const explain = config.model ? openaiExplainer({ ...config.model, deadlineMs: MODEL_MS }, log) : templateExplainer;
  const tools = { diagnose, readFile, explain, knowledge: loadKnowledge() };
  return { converse: (turn) => converse(turn, tools), apologise: (turn) => say(turn, FAILED) };
}

function listen(server: Server, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
}
