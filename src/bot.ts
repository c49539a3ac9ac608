import type { Tools } from '#dialogs/dialog.ts';
import { converse } from '#dialogs/index.ts';
import { writeOffered } from '#dialogs/offered-file.ts';
import { answerPress } from '#dialogs/press.ts';
import { say } from '#dialogs/say.ts';
import { triageMessage } from '#dialogs/triage-message.ts';
import { FAILED } from '#dialogs/words.ts';
import { threadDiagnoser } from './adapters/diagnosis-thread/thread-diagnoser.ts';
import { promMeter } from './adapters/metrics/prom-meter.ts';
import { openaiExplainer } from './adapters/openai/openai-explainer.ts';
import { templateExplainer } from './adapters/openai/template-explainer.ts';
import { brake } from './adapters/teams/brake.ts';
import { createAdapter } from './adapters/teams/cloud-adapter.ts';
import { sendWholeEntities } from './adapters/teams/entity-patch.ts';
import { fileReader } from './adapters/teams/file-reader.ts';
import { fileUploader } from './adapters/teams/file-uploader.ts';
import { listen, stopListening } from './adapters/teams/listen.ts';
import { OUR_BUDGET, pacer } from './adapters/teams/pacer.ts';
import { postAnswer } from './adapters/teams/post-answer.ts';
import { receive } from './adapters/teams/receive.ts';
import { createServer } from './adapters/teams/server.ts';
import { serviceUrlGuard } from './adapters/teams/service-url.ts';
import { type AnsweringTools, answerMessage } from './answering/answer-message.ts';
import type { Config } from './config.ts';
import { loadKnowledge } from './diagnosis/knowledge/load.ts';
import { meteredDiagnose, meteredPost } from './metering/metered.ts';
import type { Pressed } from './ports/act.ts';
import type { Diagnose } from './ports/diagnoser.ts';
import type { Log } from './ports/log.ts';
import type { Meter } from './ports/meter.ts';
import type { TriageMessage } from './ports/triage-message.ts';
import { refreshingInbox } from './refreshing-inbox.ts';
import { startExpiring } from './reminding/expire-pastes.ts';
import { startReminding } from './reminding/start-reminding.ts';
import { openState, type State } from './state.ts';

const DIAGNOSIS = { milliseconds: 30_000, megabytes: 512 };
/** A digest waits for no one: it holds up those behind it, and is tried again. */
const DIGEST_MS = 15_000;
const SENDING = { deadlineMs: 60_000, pausesMs: [1000, 2000, 4000], random: Math.random };
const MODEL_MS = 20_000;
/** What is posted to us is stored within milliseconds; who is slower is not waited for. */
const CLOSING_MS = 5_000;
/** Teams waits five seconds for a dialog; one is for the way. */
const MESSAGE_ACTION_MS = 4_000;

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
  const thread = threadDiagnoser(DIAGNOSIS.milliseconds, DIAGNOSIS.megabytes);
  const state = await openState(config.database, log);
  const meter = promMeter(state.gauges);
  const tools = conversationTools(config, meteredDiagnose(thread.diagnose, meter), state, clock, log);
  const channel = openChannel(config, meter);
  const inbox = refreshingInbox(state.inbox, state.followUps);
  const act = (pressed: Pressed) => answerPress(pressed, tools);
  const writeFile = (pressed: Pressed) => writeOffered(pressed, tools);
  const pointing = { triageMessage: triageWith(tools), messageActionMs: MESSAGE_ACTION_MS };
  const messages = receive({ ...channel, inbox, log, act, writeFile, ...pointing });
  const { authentication, metricsToken } = config;
  const metrics = { metrics: meter.exposition, metricsToken };
  const server = createServer({ messages, isReady: inbox.isReachable, authentication, ...metrics }, log);
  const { address, port } = await listen(server, config.port, config.host);
  await state.queue.work((id) => answerMessage(id, { inbox, post: channel.post, log, ...conversation(tools) }));
  const stopReminding = await startReminding(state, channel.postDigest, clock, log, meter);
  const stopExpiring = startExpiring(state.cases, config.retentionDays, clock.now, log);
  return {
    address,
    port,
    stop: async () => {
      await Promise.all([stopReminding(), stopExpiring()]);
      await stopListening(server, CLOSING_MS);
      await state.close();
      await thread.stop();
    },
  };
}

/** The way to the channel and back; everything that is sent keeps one budget. */
function openChannel(config: Config, meter: Meter) {
  const adapter = createAdapter(config.bot);
  const mayServe = serviceUrlGuard(config.authentication, config.serviceHosts, config.localPorts);
  const mayUse = (tenant: string) => config.tenants.length === 0 || config.tenants.includes(tenant.toLowerCase());
  const sending = { adapter, appId: config.appId, mayServe, ...SENDING };
  const paced = pacer(OUR_BUDGET);
  const braked = brake();
  const post = braked(paced(meteredPost(postAnswer(sending), meter)));
  const postDigest = braked(paced(meteredPost(postAnswer({ ...sending, deadlineMs: DIGEST_MS }), meter)));
  const uploadFile = fileUploader(config.authentication, config.fileHosts, config.localPorts);
  return { adapter, mayServe, mayUse, post, postDigest, uploadFile };
}

type Conversation = Pick<AnsweringTools, 'converse' | 'apologise'>;

function conversation(tools: Tools): Conversation {
  return { converse: (turn) => converse(turn, tools), apologise: (turn) => say(turn, FAILED) };
}

function triageWith(tools: Tools): TriageMessage {
  return (message, language) => triageMessage(message, language, tools);
}

function conversationTools(
  config: Config,
  diagnose: Diagnose,
  { cases, followUps }: State,
  { now }: Clock,
  log: Log,
): Tools {
  const readFile = fileReader(config.authentication, config.fileHosts, config.localPorts);
  const explain = config.model ? openaiExplainer({ ...config.model, deadlineMs: MODEL_MS }, log) : templateExplainer;
  return { diagnose, readFile, explain, knowledge: loadKnowledge(), cases, followUps, now };
}
