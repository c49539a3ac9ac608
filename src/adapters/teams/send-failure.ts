import { z } from 'zod';

/** What a failed send means for the next step. */
export type SendFailure = {
  readonly kind: 'too-big' | 'gone' | 'refused' | 'wait' | 'later' | 'unclear';
  readonly reason: string;
};

/**
 * The shape of what botbuilder 4.23 throws: status and Teams' own code; `code` alone (`ECONNRESET`) where no response
 * came; `body` is never set, though samples read it.
 */
const Thrown = z.looseObject({
  statusCode: z.number().optional().catch(undefined),
  code: z.string().optional().catch(undefined),
  message: z.string().optional().catch(undefined),
});

/** Nothing reached the channel, so sending again cannot make a second message. */
const NOT_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/**
 * Reads the failure of a send after the table of status codes in the Teams documentation ("Send and receive messages",
 * status codes of bot conversations). botbuilder has by then tried 5xx and resets four times itself, and 429 where
 * `Retry-After` was given; 412 and a bare 429 are ours to wait out.
 */
export function readSendFailure(error: unknown): SendFailure {
  const { statusCode: status, code = '', message = '' } = Thrown.safeParse(error).data ?? {};
  const reason = [status, code || message.slice(0, 80)].filter(Boolean).join(' ') || 'unknown';
  if (status === undefined) return { kind: NOT_SENT.has(code) ? 'later' : 'unclear', reason };
  if (status === 412 || status === 429) return { kind: 'wait', reason };
  if (status === 413) return { kind: 'too-big', reason };
  if (status === 404 || status === 403) return { kind: 'gone', reason };
  if (status === 401) return { kind: 'later', reason };
  return { kind: status >= 500 ? 'unclear' : 'refused', reason };
}
