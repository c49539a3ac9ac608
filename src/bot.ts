import { writeOffered } from '#dialogs/cases/offered-file.ts';
import type { Tools } from '#dialogs/dialog.ts';
import { converse } from '#dialogs/index.ts';
import { triageMessage } from '#dialogs/pastes/triage-message.ts';
import { answerPress } from '#dialogs/pressing/press.ts';
import { say } from '#dialogs/say.ts';
import { FAILED } from '#dialogs/words.ts';
import { threadDiagnoser } from './adapters/diagnosis-thread/thread-diagnoser.ts';
import { promMeter } from './adapters/metrics/prom-meter.ts';
import { brake } from './adapters/teams/brake.ts';
import { createAdapter } from './adapters/teams/cloud-adapter.ts';
import { sendWholeEntities } from './adapters/teams/entity-patch.ts';
import { tokenSource } from './adapters/teams/fetch-token.ts';
import { fileReader } from './adapters/teams/file-reader.ts';
import { fileUploader } from './adapters/teams/file-uploader.ts';
import { listen, stopListening } from './adapters/teams/listen.ts';
import { markRead } from './adapters/teams/mark-read.ts';
import { budgetOf, pacer, REMINDERS } from './adapters/teams/pacer.ts';
import { postAnswer } from './adapters/teams/post-answer.ts';
import { receive } from './adapters/teams/receive.ts';
import { createServer } from './adapters/teams/server.ts';
import { serviceUrlGuard } from './adapters/teams/service-url.ts';
import { acknowledgeSlow } from './answering/acknowledge-slow.ts';
import { type AnsweringTools, answerMessage } from './answering/answer-message.ts';
import { deliverAnswers } from './answering/deliver-answers.ts';
import { fewWithFiles } from './answering/few-with-files.ts';
import { meteredDiagnose, meteredPost } from './answering/metered.ts';
import { refreshingInbox } from './answering/refreshing-inbox.ts';
import { sendingHealth } from './answering/sending-health.ts';
import { postingHere } from './answering/talk-here.ts';
import type { Config } from './config.ts';
import { loadKnowledge } from './diagnosis/knowledge/load.ts';
import { carriedFirst } from './files/carried-first.ts';
import { hasPastePage, pastePage } from './paste-page.ts';
import type { Pressed } from './ports/act.ts';
import type { Asker, DiagnoseFor } from './ports/diagnoser.ts';
import type { Log } from './ports/log.ts';
import type { Meter } from './ports/meter.ts';
import type { MarkRead } from './ports/post.ts';
import type { TriageMessage } from './ports/triage-message.ts';
import { startReminding } from './reminding/start-reminding.ts';
import { openState, type State } from './state.ts';
import { startTelling } from './telling-bot.ts';
import { startExpiring } from './upkeep/expire-pastes.ts';

const DIAGNOSIS = { deadlineMs: 10_000, largeDeadlineMs: 30_000, megabytes: 512 };
/** A send holds up its own conversation, and a digest those behind it; both are tried again. */
const SEND_MS = 15_000;
/** A sign on a message that nobody waits for. */
const MARK_MS = 5_000;
/** A message that is not answered by then gets a sign that somebody is at work, within a second of its coming. */
const ACKNOWLEDGE_MS = 800;
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
  const threads = threadDiagnoser(DIAGNOSIS);
  const state = await openState(config, log);
  const meter = promMeter(state.gauges);
  const toolsFor = conversationTools(config, meteredDiagnose(threads.diagnoseFor, meter), state, clock);
  const channel = openChannel(config, meter, state, clock);
  const known = refreshingInbox(state.inbox, state.followUps);
  const signs = { post: channel.post, outbox: state.outbox, isFree: channel.isFree, turn: channel.turn };
  const { inbox, stop: stopAcknowledging } = acknowledgeSlow({ ...signs, inbox: known, afterMs: ACKNOWLEDGE_MS });
  const act = (pressed: Pressed) => answerPress(pressed, toolsFor(pressed.target));
  const writeFile = (pressed: Pressed) => writeOffered(pressed, toolsFor(pressed.target));
  const pointing = { triageMessage: triageWith(toolsFor), messageActionMs: MESSAGE_ACTION_MS };
  const page = pastePage(config, () => port, {
    accept: inbox.accept,
    diagnoseFor: meteredDiagnose(threads.diagnoseFor, meter),
    people: state.people,
    cases: state.cases,
    transcript: state.transcript,
    act,
    writeFile,
    now: clock.now,
    log,
  });
  const openPage = hasPastePage(config) ? page.openPage : null;
  const messages = receive({
    ...channel,
    inbox,
    log,
    act,
    writeFile,
    rate: state.tellings.rate,
    openPage,
    ...pointing,
  });
  const { authentication, metricsToken } = config;
  const metrics = { metrics: meter.exposition, metricsToken };
  const health = { isReady: inbox.isReachable, sending: channel.sending };
  const pages = openPage ? page.routes : [];
  const server = createServer({ messages, ...health, authentication, ...metrics, pages }, log);
  const letGo = async () => {
    await state.close();
    await threads.stop();
  };
  const { address, port } = await listen(server, config.port, config.host).catch(async (error: unknown) => {
    stopAcknowledging();
    await letGo();
    throw error;
  });
  const answering = { inbox, log, ...conversation(toolsFor) };
  state.queue.work((id) => answerMessage(id, answering));
  const delivering = { ...channel, outbox: state.outbox, suspend: inbox.suspend, log, random: Math.random };
  state.deliveries.work((place, failures) =>
    deliverAnswers(place, failures, { ...delivering, ended: meter.answerEnded }),
  );
  const stopTelling = startTelling(config.model, state, toolsFor, { meter, log, now: clock.now });
  const stopReminding = await startReminding(state, channel.postDigest, clock, log, meter);
  const stopExpiring = startExpiring(state, config.retentionDays, clock.now, log);
  return {
    address,
    port,
    stop: async () => {
      stopAcknowledging();
      stopTelling();
      await Promise.all([stopReminding(), stopExpiring()]);
      await stopListening(server, CLOSING_MS);
      await letGo();
    },
  };
}

/** The way to the channel and back; everything that is sent keeps one budget. */
function openChannel(config: Config, meter: Meter, { instances, transcript }: State, { now }: Clock) {
  const adapter = createAdapter(config.bot);
  const mayServe = serviceUrlGuard(config.authentication, config.serviceHosts, config.localPorts);
  const mayUse = (tenant: string) => config.tenants.length === 0 || config.tenants.includes(tenant.toLowerCase());
  const { watched, state: sending } = sendingHealth(now);
  const tokens = tokenSource();
  const connector = { adapter, appId: config.appId, mayServe };
  const send = postAnswer({ ...connector, deadlineMs: SEND_MS }, tokens);
  const mark = markRead({ ...connector, tokens, deadlineMs: MARK_MS });
  const braked = brake()(watched(meteredPost(send, meter)));
  const post = config.authentication === 'off' ? postingHere(braked, transcript, newId) : braked;
  const { turn, isFree, paced } = pacer(() => budgetOf(instances()));
  const markInTurn: MarkRead = async (target, message) => {
    if (isFree(target)) {
      await turn(target);
      await mark(target, message);
    }
  };
  const postDigest = pacer(() => REMINDERS).paced(paced(post));
  const uploadFile = fileUploader(config.authentication, config.fileHosts, config.localPorts);
  return { adapter, mayServe, mayUse, post, postDigest, markRead: markInTurn, turn, isFree, sending, uploadFile };
}

const newId = () => crypto.randomUUID();

type Conversation = Pick<AnsweringTools, 'converse' | 'apologise'>;

/** What a conversation may use: its diagnoses take turns with those of the others. */
export type ToolsFor = (asker: Asker) => Tools;

function conversation(toolsFor: ToolsFor): Conversation {
  const withFiles = fewWithFiles();
  return {
    converse: (turn) => withFiles(turn.message, () => converse(turn, toolsFor(turn.target))),
    apologise: (turn) => say(turn, FAILED),
  };
}

function triageWith(toolsFor: ToolsFor): TriageMessage {
  return (message, language, asker) => triageMessage(message, language, toolsFor(asker));
}

function conversationTools(
  config: Config,
  diagnoseFor: DiagnoseFor,
  { cases, followUps, people }: State,
  { now }: Clock,
): ToolsFor {
  const readFile = carriedFirst(fileReader(config.authentication, config.fileHosts, config.localPorts));
  const page = hasPastePage(config) ? { pastePage: true as const } : {};
  const tells = config.model ? { tells: true as const } : {};
  const shared = { readFile, knowledge: loadKnowledge(), cases, followUps, people, now, ...page, ...tells };
  return (asker) => ({ ...shared, diagnose: diagnoseFor(asker) });
}
