import { z } from 'zod';

/** What a failed send means for the next step. */
export type SendFailure =
  | { readonly kind: 'too-big' | 'gone' | 'refused' | 'later' | 'unclear'; readonly reason: string }
  /** The message that was to be answered is deleted. */
  | { readonly kind: 'nothing-to-reply-to'; readonly reason: string }
  /** Not taken, to be sent again; after so long where Teams says. */
  | { readonly kind: 'wait'; readonly reason: string; readonly afterMs: number | null };

/**
 * The shape of what botbuilder 4.23 throws: status and Teams' own code; `code` alone (`ECONNRESET`) where no response
 * came; `body` is never set, though samples read it.
 */
const Thrown = z.looseObject({
  statusCode: z.number().optional().catch(undefined),
  code: z.string().optional().catch(undefined),
  message: z.string().optional().catch(undefined),
  response: z
    .looseObject({ headers: z.looseObject({ get: z.custom<Get>((get) => typeof get === 'function') }) })
    .optional()
    .catch(undefined),
});
type Get = (name: string) => string | undefined;

/** Nothing reached the channel, so sending again cannot make a second message. */
const NOT_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
/** A 403 that tells of our own settings or permissions: the conversation is still there. */
const OUR_FAULT = new Set(['InvalidBotApiHost', 'NotEnoughPermissions']);

/**
 * Reads the failure of a send after the table of status codes in the Teams documentation ("Send and receive messages",
 * status codes of bot conversations).
 */
export function readSendFailure(error: unknown): SendFailure {
  const { statusCode: status, code = '', message = '', response } = Thrown.safeParse(error).data ?? {};
  const reason = [status, code || message.slice(0, 80)].filter(Boolean).join(' ') || 'unknown';
  if (status === undefined) return { kind: NOT_SENT.has(code) ? 'later' : 'unclear', reason };
  if (status === 412 || status === 429)
    return { kind: 'wait', reason, afterMs: readAfter(response?.headers.get('retry-after')) };
  if (status === 413) return { kind: 'too-big', reason };
  if (status === 404)
    return { kind: code === 'ActivityNotFoundInConversation' ? 'nothing-to-reply-to' : 'gone', reason };
  if (status === 403) return { kind: OUR_FAULT.has(code) ? 'refused' : 'gone', reason };
  if (status === 401) return { kind: 'later', reason };
  return { kind: status >= 500 ? 'unclear' : 'refused', reason };
}

/** Teams gives seconds; null where it gives nothing that is a time. */
function readAfter(header: string | undefined): number | null {
  const seconds = Number(header ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
}
