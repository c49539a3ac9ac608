import type { CloudAdapter, ConversationReference } from 'botbuilder';
import type { MarkRead } from '../../ports/post.ts';
import { bearerOf, type TokenSource } from './fetch-token.ts';

/** A white tick on green ("Teams reactions reference" of the Teams documentation). */
const READ = '2705_whiteheavycheckmark';

export interface MarkTools {
  readonly adapter: CloudAdapter;
  readonly appId: string;
  readonly tokens: TokenSource;
  readonly mayServe: (serviceUrl: string) => boolean;
  readonly deadlineMs: number;
}

/**
 * Puts a reaction on a message ("Enable agent reactions", general since July 2026). botbuilder knows no such call, so it is
 * made plainly, with the token of its client. To put it there twice changes nothing; where the channel does not take it,
 * nobody misses it.
 */
export function markRead({ adapter, appId, tokens, mayServe, deadlineMs }: MarkTools): MarkRead {
  return async ({ reference }, message) => {
    const { serviceUrl = '', conversation } = reference as Partial<ConversationReference>;
    if (!mayServe(serviceUrl) || !conversation) {
      return;
    }
    const mark = async (client: unknown) => {
      await tokens.prepare(client, deadlineMs);
      await put(
        [serviceUrl.replace(/\/$/, ''), 'v3/conversations', conversation.id, 'activities', message, 'reactions', READ],
        await bearerOf(client),
        deadlineMs,
      );
    };
    try {
      await adapter.continueConversationAsync(appId, reference as Partial<ConversationReference>, (context) =>
        mark(context.turnState.get(adapter.ConnectorClientKey)),
      );
    } catch {
      // The answer is there; the sign of it is not.
    }
  };
}

async function put([service = '', path = '', ...rest]: readonly string[], bearer: string | null, deadlineMs: number) {
  const response = await fetch([service, path, ...rest.map(encodeURIComponent)].join('/'), {
    method: 'PUT',
    redirect: 'error',
    headers: bearer === null ? {} : { Authorization: `Bearer ${bearer}` },
    signal: AbortSignal.timeout(deadlineMs),
  });
  await response.body?.cancel();
}
