import type { Activity, CloudAdapter, ConversationReference, TurnContext } from 'botbuilder';
import type { Target } from '../../ports/inbox.ts';
import type { Post, PostResult, Saying } from '../../ports/post.ts';
import { answerActivity } from './answer-activity.ts';
import { type TokenSource, tokenSource } from './fetch-token.ts';
import { takeOverRetries } from './own-retries.ts';
import { readSendFailure, type SendFailure } from './send-failure.ts';
import { isTargeted, showOnlyToRecipient } from './targeted.ts';

export interface PostTools {
  readonly adapter: CloudAdapter;
  readonly appId: string;
  /** Asked again before each send: the allow-list may have changed since the address was stored. */
  readonly mayServe: (serviceUrl: string) => boolean;
  /** For the whole post, and as much again where a token must be fetched before it. */
  readonly deadlineMs: number;
}

/**
 * Posts by continuing the stored conversation; the turn that brought the message is long over. Sends once: whether and
 * when to try again is for those to say who know what became of earlier tries.
 */
export function postAnswer(tools: PostTools, tokens: TokenSource = tokenSource()): Post {
  return async (target, saying, replyTo, key) => {
    if (!tools.mayServe(String(target.reference.serviceUrl))) {
      return { kind: 'refused', reason: 'serviceUrl not allowed' };
    }
    return post({ ...tools, tokens }, target, saying, replyTo, key);
  };
}

interface SendTools extends PostTools {
  readonly tokens: TokenSource;
}

/** What Teams surely did not take in this form is sent in another one at once. */
async function post(
  tools: SendTools,
  target: Target,
  saying: Saying,
  replyTo: string | null,
  key: string | undefined,
): Promise<PostResult> {
  const until = performance.now() + tools.deadlineMs;
  let size: 'full' | 'short' = 'full';
  let to = replyTo;
  let isForOne = isTargeted(saying, target);
  for (;;) {
    const way = { to, isForOne };
    const failure = await send(tools, target, answerActivity(saying, size, key), way, until - performance.now());
    if (typeof failure === 'string') {
      return { kind: 'posted', ...(failure === '' ? {} : { id: failure }) };
    }
    if (failure.kind === 'too-big' && size === 'full') {
      size = 'short';
    } else if (isForOne && failure.kind !== 'later' && failure.kind !== 'unclear') {
      // An older cloud, or somebody who left: better that all see it than nobody.
      isForOne = false;
    } else if (failure.kind === 'nothing-to-reply-to' && to !== null) {
      to = null;
    } else {
      return asResult(failure);
    }
  }
}

function asResult(failure: SendFailure): PostResult {
  return failure.kind === 'too-big' || failure.kind === 'nothing-to-reply-to'
    ? { kind: 'refused', reason: failure.reason }
    : { ...failure, kind: failure.kind };
}

/** In reply to which message, if any, and whether nobody but its author sees it. */
interface Way {
  readonly to: string | null;
  readonly isForOne: boolean;
}

const LATE: SendFailure = { kind: 'unclear', reason: 'no answer in time' };

/** The channel's id of it where it was taken, '' where it tells none. The time limit begins with the request: what happens before it sends nothing. */
async function send(
  { adapter, appId, tokens, deadlineMs }: SendTools,
  { reference }: Target,
  activity: Partial<Activity>,
  { to, isForOne }: Way,
  leftMs: number,
): Promise<SendFailure | string> {
  const deadline = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let id = '';
  const say = async (context: TurnContext) => {
    const client = context.turnState.get(adapter.ConnectorClientKey);
    takeOverRetries(client, deadline.signal);
    await tokens.prepare(client, deadlineMs);
    timer = setTimeout(() => deadline.abort(), leftMs);
    // The continued turn has a made-up id, and the SDK would reply to that. What one sees is posted, not replied.
    context.activity.id = isForOne ? '' : (to ?? '');
    if (isForOne) {
      showOnlyToRecipient(client);
    }
    const sent = await context.sendActivity(activity);
    id = sent?.id ?? '';
  };
  try {
    await adapter.continueConversationAsync(appId, reference as Partial<ConversationReference>, say);
    return id;
  } catch (error) {
    if (deadline.signal.aborted) {
      return LATE;
    }
    const failure = readSendFailure(error);
    if (failure.reason.startsWith('401')) {
      tokens.distrust();
    }
    return failure;
  } finally {
    clearTimeout(timer);
  }
}
