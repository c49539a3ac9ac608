import { z } from 'zod';

/** As far as we need it, the client that botbuilder sends through: it signs with the token of its credentials. */
const Client = z.looseObject({
  credentials: z.custom<Credentials>(
    (value) => typeof value === 'object' && value !== null && 'getToken' in value && 'appId' in value,
  ),
});
interface Credentials {
  readonly appId?: string | null;
  readonly getToken: (isForced?: boolean) => Promise<string>;
}

/** As far as we need it, what the Microsoft Authentication Library and Node.js throw. */
const Thrown = z.looseObject({
  errorCode: z.string().optional().catch(undefined),
  code: z.string().optional().catch(undefined),
  name: z.string().optional().catch(undefined),
});

/** There is no token to send with, so nothing was sent. Tells the code of the error; its text may hold ids. */
export class TokenFailure extends Error {
  constructor(error: unknown) {
    const { errorCode, code, name } = Thrown.safeParse(error).data ?? {};
    super(`token ${(errorCode ?? code ?? name ?? 'unknown').replace(/\W+/g, '_').slice(0, 60)}`);
  }
}

const OUT_OF_TIME = { code: 'no_answer_in_time' };

export interface TokenSource {
  /** Sees to it that the client has a token. Rejects with a `TokenFailure`, in time. */
  readonly prepare: (client: unknown, deadlineMs: number) => Promise<void>;
  /** The channel did not take the token: the next one is a new one, whatever is left of the old one's time. */
  readonly distrust: () => void;
}

/**
 * Fetches the token as a step of its own. Left alone, botbuilder fetches it within the send, and a token endpoint that
 * is down or refuses our secret looks like a send that may have been delivered. All that wait for a token wait for the
 * same one.
 */
export function tokenSource(): TokenSource {
  let asked: Promise<void> | null = null;
  let isDistrusted = false;

  function ask(credentials: Credentials): Promise<void> {
    const isForced = isDistrusted;
    isDistrusted = false;
    return credentials.getToken(isForced).then(
      () => undefined,
      (error: unknown) => {
        isDistrusted ||= isForced;
        throw new TokenFailure(error);
      },
    );
  }

  return {
    prepare: async (client, deadlineMs) => {
      const { credentials } = Client.parse(client);
      if (!credentials.appId) {
        return;
      }
      asked ??= within(ask(credentials), deadlineMs).finally(() => {
        asked = null;
      });
      await asked;
    },
    distrust: () => {
      isDistrusted = true;
    },
  };
}

/** The token that a client signs with; null where it signs with none. */
export async function bearerOf(client: unknown): Promise<string | null> {
  const { credentials } = Client.parse(client);
  return credentials.appId ? credentials.getToken() : null;
}

async function within(work: Promise<void>, ms: number): Promise<void> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new TokenFailure(OUT_OF_TIME)), ms);
  try {
    await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}
