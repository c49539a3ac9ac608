import type { Activity, CloudAdapter, ConversationReference, TurnContext } from 'botbuilder';
import type { Answer } from '../../ports/answer.ts';
import type { Target } from '../../ports/inbox.ts';
import type { Post, PostResult } from '../../ports/post.ts';
import { answerActivity } from './answer-activity.ts';
import { takeOverRetries } from './own-retries.ts';
import { readSendFailure, type SendFailure } from './send-failure.ts';

export interface PostTools {
  readonly adapter: CloudAdapter;
  readonly appId: string;
  /** Asked again before each send: the allow-list may have changed since the address was stored. */
  readonly mayServe: (serviceUrl: string) => boolean;
  /** For the whole post, with its tries and pauses. */
  readonly deadlineMs: number;
  /** Pauses before the further tries of a send that Teams asked to wait for, in milliseconds. */
  readonly pausesMs: readonly number[];
  readonly random: () => number;
}

/** A send that may have been delivered is repeated once at a time: the queue spreads the others over minutes. */
const MOST_UNCLEAR_REPEATS = 1;

/** Posts by continuing the stored conversation; the turn that brought the message is long over. */
export function postAnswer(tools: PostTools): Post {
  return async (target, answer, replyTo) => {
    if (!tools.mayServe(String(target.reference.serviceUrl))) {
      return { kind: 'refused', reason: 'serviceUrl not allowed' };
    }
    return post(tools, target, answer, replyTo);
  };
}

async function post(tools: PostTools, target: Target, answer: Answer, replyTo: string | null): Promise<PostResult> {
  const until = performance.now() + tools.deadlineMs;
  let size: 'full' | 'short' = 'full';
  let to = replyTo;
  for (let waits = 0; ; ) {
    const failure = await send(tools, target, answerActivity(answer, size), to, until - performance.now());
    if (failure === null) return { kind: 'posted' };
    if (failure.kind === 'too-big' && size === 'full') size = 'short';
    else if (failure.kind === 'nothing-to-reply-to' && to !== null) to = null;
    else {
      const pause = pauseAfter(failure, waits, tools);
      if (pause === null || performance.now() + pause >= until) return asResult(failure);
      await wait(pause);
      waits++;
    }
  }
}

/** Half to one and a half times the pause, so that instances do not come back together; null where to give up. */
function pauseAfter(failure: SendFailure, waits: number, { pausesMs, random }: PostTools): number | null {
  const most = failure.kind === 'unclear' ? MOST_UNCLEAR_REPEATS : pausesMs.length;
  const pause = pausesMs[waits];
  if ((failure.kind !== 'wait' && failure.kind !== 'unclear') || waits >= most || pause === undefined) return null;
  const asked = failure.kind === 'wait' ? failure.afterMs : null;
  return asked === null ? pause * (0.5 + random()) : asked + pause * random();
}

function asResult(failure: SendFailure): PostResult {
  const { kind, reason } = failure;
  if (kind === 'wait')
    return { kind: 'later', reason, ...(failure.afterMs === null ? {} : { afterMs: failure.afterMs }) };
  return kind === 'too-big' || kind === 'nothing-to-reply-to' ? { kind: 'refused', reason } : { kind, reason };
}

function wait(ms: number): Promise<void> {
  return ms === 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms));
}

/** Null where the channel took it. Fetching a token does not hear the signal, so the time limit is put around it too. */
async function send(
  { adapter, appId }: PostTools,
  { reference }: Target,
  activity: Partial<Activity>,
  replyTo: string | null,
  leftMs: number,
): Promise<SendFailure | null> {
  const late: SendFailure = { kind: 'unclear', reason: 'no answer in time' };
  const { promise: expired, resolve: expire } = Promise.withResolvers<SendFailure>();
  const deadline = new AbortController();
  const timer = setTimeout(() => {
    expire(late);
    deadline.abort();
  }, leftMs);
  const sent = adapter.continueConversationAsync(
    appId,
    reference as Partial<ConversationReference>,
    async (context) => {
      takeOverRetries(context.turnState.get(adapter.ConnectorClientKey), deadline.signal);
      await say(context, activity, replyTo);
    },
  );
  const failed = (error: unknown) => (deadline.signal.aborted ? late : readSendFailure(error));
  try {
    return await Promise.race([sent.then(() => null, failed), expired]);
  } finally {
    clearTimeout(timer);
  }
}

async function say(context: TurnContext, activity: Partial<Activity>, replyTo: string | null): Promise<void> {
  // The continued turn has a made-up id, and the SDK would reply to that.
  context.activity.id = replyTo ?? '';
  await context.sendActivity(activity);
}
