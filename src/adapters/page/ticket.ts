import { hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { PageHolder } from '../../ports/page.ts';

/** Long enough to collect some logs, and too short to be found in a history. */
export const TICKET_MINUTES = 30;

const ISSUER = 'stopcode';
const AUDIENCE = 'stopcode-paste-page';
const ALGORITHM = 'HS256';

/** One person's leave to paste into one conversation for a while. */
export interface Ticket {
  /** Equal however often the ticket is shown. */
  readonly id: string;
  readonly holder: PageHolder;
  /** ISO instant. */
  readonly until: string;
}

/** `foreign`: not ours, or not whole. */
export type TicketRead =
  | { readonly kind: 'good'; readonly ticket: Ticket }
  | { readonly kind: 'expired' }
  | { readonly kind: 'foreign' };

export interface TicketOffice {
  readonly issue: (holder: PageHolder) => Promise<string>;
  readonly read: (token: string) => Promise<TicketRead>;
}

/** We signed it ourselves; checked all the same, because another version of us may have. */
const Held = z.object({
  jti: z.string().min(1).max(100),
  exp: z.number(),
  holder: z.object({
    target: z.object({
      tenant: z.string(),
      conversation: z.string().min(1),
      reference: z.record(z.string(), z.unknown()),
    }),
    author: z.object({ id: z.string().min(1), name: z.string() }),
    scope: z.enum(['personal', 'groupChat', 'channel']),
    locale: z.string().nullable(),
    timeZone: z.string().optional(),
  }),
});

/** Signs and reads tickets. Whoever holds one speaks for its person, so only that person is handed it. */
export function ticketOffice(key: Uint8Array, now: () => Date): TicketOffice {
  return {
    issue: (holder) => {
      const issued = Math.floor(now().getTime() / 1000);
      return new SignJWT({ holder })
        .setProtectedHeader({ alg: ALGORITHM })
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setJti(randomUUID())
        .setIssuedAt(issued)
        .setExpirationTime(issued + TICKET_MINUTES * 60)
        .sign(key);
    },
    read: async (token) => {
      try {
        const expected = { issuer: ISSUER, audience: AUDIENCE, algorithms: [ALGORITHM], currentDate: now() };
        const { payload } = await jwtVerify(token, key, { ...expected, requiredClaims: ['exp', 'jti', 'aud'] });
        return goodTicket(payload);
      } catch (error) {
        return { kind: error instanceof errors.JWTExpired ? 'expired' : 'foreign' };
      }
    },
  };
}

function goodTicket(payload: unknown): TicketRead {
  const held = Held.safeParse(payload).data;
  if (!held) {
    return { kind: 'foreign' };
  }
  const { timeZone, ...holder } = held.holder;
  const whole = { ...holder, ...(timeZone === undefined ? {} : { timeZone }) };
  return {
    kind: 'good',
    ticket: { id: held.jti, holder: whole, until: new Date(held.exp * 1000).toISOString() },
  };
}

/**
 * The key that tickets are signed with: made of the secret of the settings, which it does not tell (HKDF, RFC 5869).
 * Without one it is of this process alone.
 */
export function ticketKey(secret: string | null): Uint8Array {
  return secret === null
    ? randomBytes(32)
    : new Uint8Array(hkdfSync('sha256', secret, ISSUER, `${AUDIENCE} ticket key`, 32));
}
