import { z } from 'zod';
import { TokenFailure } from './fetch-token.ts';

/** What a failed send means for the next step. */
export type SendFailure =
  | { readonly kind: 'too-big' | 'gone' | 'refused' | 'unclear'; readonly reason: string }
  /** The message that was to be answered is deleted. */
  | { readonly kind: 'nothing-to-reply-to'; readonly reason: string }
  /** Certainly not delivered, to be sent again; after so long where Teams says. */
  | { readonly kind: 'later'; readonly reason: string; readonly afterMs?: number };

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

/** No connection was made, or none that was found safe (names of Node.js and OpenSSL), so nothing was sent. */
const NO_CONNECTION = new Set([
  ...['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'EHOSTDOWN', 'ENETUNREACH', 'ENETDOWN', 'EADDRNOTAVAIL'],
  ...['EMFILE', 'ENFILE', 'EPROTO', 'UND_ERR_CONNECT_TIMEOUT'],
  ...['SELF_SIGNED_CERT_IN_CHAIN', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'HOSTNAME_MISMATCH'],
]);
const NO_CONNECTION_FAMILIES = /^(?:EAI|CERT|ERR_TLS|ERR_SSL|UNABLE_TO)_\w+$/;
/** As Node.js words a connection that was not made in time, and one that ended before it was safe. */
const NOT_CONNECTED = /^connect E|before secure TLS connection was established/;
/** A 403 that tells of our own settings or permissions: the conversation is still there. */
const OUR_FAULT = new Set(['InvalidBotApiHost', 'NotEnoughPermissions']);
/**
 * Turned away before anything was done: 401 (our token), 408 (the request did not come whole in time), 412 and 429
 * (throttled). 503 says so only where it tells when to come back; without that it may come from a gateway that gave up
 * on a message already handed on, as 502 and 504 do.
 */
const TURNED_AWAY = new Set([401, 408, 412, 429]);

/**
 * Reads the failure of a send after the table of status codes in the Teams documentation ("Send and receive messages",
 * status codes of bot conversations). Where it leaves open whether the message was taken, so do we.
 */
export function readSendFailure(error: unknown): SendFailure {
  if (error instanceof TokenFailure) {
    return { kind: 'later', reason: error.message };
  }
  const { statusCode: status, code = '', message = '', response } = Thrown.safeParse(error).data ?? {};
  const reason = [status, code || message.slice(0, 80)].filter(Boolean).join(' ') || 'unknown';
  if (status === undefined) {
    const isUnsent = NO_CONNECTION.has(code) || NO_CONNECTION_FAMILIES.test(code) || NOT_CONNECTED.test(message);
    return { kind: isUnsent ? 'later' : 'unclear', reason };
  }
  const afterMs = readAfter(response?.headers.get('retry-after'));
  if (TURNED_AWAY.has(status) || (status === 503 && afterMs !== null)) {
    return { kind: 'later', reason, ...(afterMs === null ? {} : { afterMs }) };
  }
  if (status === 413) {
    return { kind: 'too-big', reason };
  }
  if (status === 404) {
    return { kind: code === 'ActivityNotFoundInConversation' ? 'nothing-to-reply-to' : 'gone', reason };
  }
  if (status === 403) {
    return { kind: OUR_FAULT.has(code) ? 'refused' : 'gone', reason };
  }
  return { kind: status >= 500 ? 'unclear' : 'refused', reason };
}

/** No answer of ours waits for longer than this; who asks for more is asked again then. */
const LONGEST_ASKED_MS = 3600_000;

/** Teams gives seconds; null where it gives nothing that is a time. */
function readAfter(header: string | undefined): number | null {
  const seconds = Number(header?.trim() || Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? Math.min(seconds * 1000, LONGEST_ASKED_MS) : null;
}
