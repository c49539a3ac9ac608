import { decodeJwt, type JWTPayload, jwtVerify } from 'jose';
import { KeysUnavailable, type SigningKey } from './signing-keys.ts';

/** The sender of a request is not the channel. Its message says why, for our log alone. */
export class Unauthenticated extends Error {}

export interface TokenRules {
  readonly issuer: string;
  readonly appId: string;
  readonly findKey: (id: string) => Promise<SigningKey | null>;
}

/** What a token is for: an activity of this channel, to be answered at this address. */
export interface TokenUse {
  readonly channelId?: string;
  readonly serviceUrl?: string;
}

/**
 * Checks the token of the channel as the Bot Framework asks for it ("Authenticate requests from the Bot Connector service
 * to your bot", steps 4 and 5). Only the channel's own: the SDK would also take those of the emulator, of skills and of other
 * services, from any tenant that the token itself names. Rejects with `Unauthenticated` or `KeysUnavailable`.
 */
export function tokenCheck({ issuer, appId, findKey }: TokenRules) {
  return async (authorization: string, use: TokenUse): Promise<JWTPayload> => {
    const token = /^Bearer (?<token>[\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization)?.groups?.token;
    if (!token) {
      throw new Unauthenticated('no bearer token');
    }
    let endorsements: readonly string[] = [];
    try {
      const claimed = decodeJwt(token);
      // Before a key is asked for: whose token it is not in the first place decides without.
      if (claimed.iss !== issuer || claimed.aud !== appId) {
        throw new Unauthenticated('issuer or audience');
      }
      const { payload } = await jwtVerify(
        token,
        async ({ kid }) => {
          const found = kid === undefined ? null : await findKey(kid);
          if (!found) {
            throw new Unauthenticated('unknown key');
          }
          endorsements = found.endorsements;
          return found.key;
        },
        { issuer, audience: appId, algorithms: ALGORITHMS, clockTolerance: TOLERANCE_SECONDS, requiredClaims: ['exp'] },
      );
      if (payload.serviceurl !== use.serviceUrl) {
        throw new Unauthenticated('serviceurl');
      }
      if (endorsements.length > 0 && !endorsements.includes(use.channelId ?? '')) {
        throw new Unauthenticated('channel not endorsed');
      }
      return payload;
    } catch (error) {
      if (error instanceof Unauthenticated || error instanceof KeysUnavailable) {
        throw error;
      }
      throw new Unauthenticated(error instanceof Error ? error.message : 'not a token');
    }
  };
}

/** The documents name RS256 and a skew of five minutes; the SDK takes its two siblings as well. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512'];
const TOLERANCE_SECONDS = 300;
