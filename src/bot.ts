import type { AddressInfo } from 'node:net';
import type { Server } from 'restify';
import type { Tools } from '#dialogs/dialog.ts';
import { converse } from '#dialogs/index.ts';
import { answerPress } from '#dialogs/press.ts';
import { say } from '#dialogs/say.ts';
import { FAILED } from '#dialogs/words.ts';
import { type ThreadDiagnoser, threadDiagnoser } from './adapters/diagnosis-thread/thread-diagnoser.ts';
import { openaiExplainer } from './adapters/openai/openai-explainer.ts';
import { templateExplainer } from './adapters/openai/template-explainer.ts';
import { createAdapter } from './adapters/teams/cloud-adapter.ts';
import { sendWholeEntities } from './adapters/teams/entity-patch.ts';
import { fileReader } from './adapters/teams/file-reader.ts';
import { OUR_BUDGET, pacer } from './adapters/teams/pacer.ts';
import { postAnswer } from './adapters/teams/post-answer.ts';
import { receive } from './adapters/teams/receive.ts';
import { createServer } from './adapters/teams/server.ts';
import { serviceUrlGuard } from './adapters/teams/service-url.ts';
import { type AnsweringTools, answerMessage } from './answering/answer-message.ts';
import type { Config } from './config.ts';
import { loadKnowledge } from './diagnosis/knowledge/load.ts';
import type { Pressed } from './ports/act.ts';
import type { Inbox } from './ports/inbox.ts';
import type { Log } from './ports/log.ts';
import { placeOf, placeTarget } from './ports/place.ts';
import { startReminding } from './reminding/start-reminding.ts';
import { openState, type State } from './state.ts';

const DIAGNOSIS = { milliseconds: 30_000, megabytes: 512 };
/** A digest waits for no one: it holds up those behind it, and is tried again. */
const DIGEST_MS = 15_000;
const SENDING = { deadlineMs: 60_000, pausesMs: [1000, 3000], random: Math.random };
const MODEL_MS = 20_000;

export interface Bot {
  readonly address: string;
  readonly port: number;
  /** Finishes what is in hand, then lets go of the database. */
  readonly stop: () => Promise<void>;
}

/** The time, and how often it is looked at for digests that are due. */
export interface Clock {
  readonly now: () => Date;
  readonly tickMs: number;
}
const SYSTEM_CLOCK: Clock = { now: () => new Date(), tickMs: 20_000 };

/** Puts the bot together and listens. Rejects where the database cannot be used or the port is taken. */
export async function startBot(config: Config, log: Log, clock: Clock = SYSTEM_CLOCK): Promise<Bot> {
  sendWholeEntities();
  const adapter = createAdapter(config.bot);
  const mayServe = serviceUrlGuard(config.authentication, config.serviceHosts);
  const mayUse = (tenant: string) => config.tenants.length === 0 || config.tenants.includes(tenant);
  const thread = threadDiagnoser(DIAGNOSIS.milliseconds, DIAGNOSIS.megabytes);
  const state = await openState(config.database, log);
  const { queue } = state;
  const inbox = refreshing(state);
  const tools = conversationTools(config, thread, state, clock, log);
  const act = (pressed: Pressed) => answerPress(pressed, tools);
  const server = createServer(
    { messages: receive({ adapter, inbox, log, mayServe, mayUse, act }), isReady: inbox.isReachable },
    log,
  );
  await listen(server, config);
  const sending = { adapter, appId: config.appId, mayServe, ...SENDING };
  const paced = pacer(OUR_BUDGET);
  const post = paced(postAnswer(sending));
  await queue.work((id) => answerMessage(id, { inbox, post, log, ...conversation(tools) }));
  const stopReminding = await startReminding(
    state,
    paced(postAnswer({ ...sending, deadlineMs: DIGEST_MS })),
    clock,
    log,
  );
  const { address, port } = server.address() as AddressInfo;
  return {
    address,
    port,
    stop: async () => {
      await stopReminding();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await state.close();
      await thread.stop();
    },
  };
}

type Conversation = Pick<AnsweringTools, 'converse' | 'apologise'>;

function conversation(tools: Tools): Conversation {
  return { converse: (turn) => converse(turn, tools), apologise: (turn) => say(turn, FAILED) };
}

function conversationTools(
  config: Config,
  { diagnose }: ThreadDiagnoser,
  { cases, followUps }: State,
  { now }: Clock,
  log: Log,
): Tools {
  const readFile = fileReader(config.authentication, config.fileHosts);
  const explain = config.model ? openaiExplainer({ ...config.model, deadlineMs: MODEL_MS }, log) : templateExplainer;
  return { diagnose, readFile, explain, knowledge: loadKnowledge(), cases, followUps, now };
}

/** The inbox, which tells the follow-ups where somebody spoke to us and where we were removed. */
function refreshing({ inbox, followUps }: State): Inbox {
  return {
    ...inbox,
    accept: async (arrival) => {
      const accepted = await inbox.accept(arrival);
      await followUps.refresh(placeTarget(arrival.target));
      return accepted;
    },
    suspend: async (target, reason) => {
      await inbox.suspend(target, reason);
      await followUps.suspend(placeOf(target), reason);
    },
  };
}

function listen(server: Server, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
}
