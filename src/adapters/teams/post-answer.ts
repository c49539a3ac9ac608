import type { Activity, CloudAdapter, ConversationReference, TurnContext } from 'botbuilder';
import type { Answer } from '../../ports/answer.ts';
import type { Target } from '../../ports/inbox.ts';
import type { Post, PostResult } from '../../ports/post.ts';
import { answerActivity } from './answer-activity.ts';
import { readSendFailure, type SendFailure } from './send-failure.ts';

export interface PostTools {
  readonly adapter: CloudAdapter;
  readonly appId: string;
  /** Asked again before each send: the allow-list may have changed since the address was stored. */
  readonly mayServe: (serviceUrl: string) => boolean;
  readonly deadlineMs: number;
  /** Pauses before the second and third try of a send that Teams asked to wait for, in milliseconds. */
  readonly pausesMs: readonly number[];
  readonly random: () => number;
}

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
  let size: 'full' | 'short' = 'full';
  let failure: SendFailure = { kind: 'later', reason: 'not tried' };
  for (const pause of [0, ...tools.pausesMs]) {
    // Half to one and a half times the pause, so that instances do not come back together.
    await wait(pause * (0.5 + tools.random()));
    const result = await send(tools, target, answerActivity(answer, size), replyTo);
    if (result === null) return { kind: 'posted' };
    failure = result;
    if (failure.kind === 'too-big' && size === 'full') size = 'short';
    else if (failure.kind !== 'wait') break;
  }
  return asResult(failure);
}

function asResult({ kind, reason }: SendFailure): PostResult {
  if (kind === 'wait') return { kind: 'later', reason };
  return kind === 'too-big' ? { kind: 'refused', reason } : { kind, reason };
}

function wait(ms: number): Promise<void> {
  return ms === 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms));
}

/** Null where the channel took it. botbuilder has no time limit of its own, so one is put around it. */
async function send(
  { adapter, appId, deadlineMs }: PostTools,
  { reference }: Target,
  activity: Partial<Activity>,
  replyTo: string | null,
): Promise<SendFailure | null> {
  const { promise: late, resolve: expire } = Promise.withResolvers<SendFailure>();
  const timer = setTimeout(() => expire({ kind: 'unclear', reason: 'no answer in time' }), deadlineMs);
  const sent = adapter.continueConversationAsync(appId, reference as Partial<ConversationReference>, (context) =>
    say(context, activity, replyTo),
  );
  try {
    return await Promise.race([sent.then(() => null, readSendFailure), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function say(context: TurnContext, activity: Partial<Activity>, replyTo: string | null): Promise<void> {
  // The continued turn has a made-up id, and the SDK would reply to that.
  context.activity.id = replyTo ?? '';
  await context.sendActivity(activity);
}
