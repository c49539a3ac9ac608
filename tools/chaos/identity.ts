import { createSign, generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const APP = '7f0d5a3e-1111-4222-8333-94b0c0ffee00';
const TENANT = '2b6e9c10-4444-4555-8666-d1ce00000001';
const ISSUER = 'https://api.botframework.com';
const KEY_ID = 'chaos';
const HOUR_S = 3600;

export interface Identity {
  /** What a bot has to be told so that it believes this channel, and asks here for its own tokens. */
  readonly environment: Readonly<Record<string, string>>;
  /** What Teams would send along with a message that names this address. */
  readonly headers: (serviceUrl: string) => Readonly<Record<string, string>>;
  /** Tokens that were asked for and not given. */
  readonly refused: () => number;
  /** No tokens are given until the function that is returned is called. */
  readonly fail: () => () => void;
  readonly close: () => Promise<void>;
}

/**
 * Where a bot with credentials looks for the keys of Teams and for its own tokens, on loopback: it runs as an app with a
 * managed identity, whose endpoint is named by the variables that App Service sets.
 */
export async function startIdentity(): Promise<Identity> {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  let isDown = false;
  let refused = 0;
  const server = createServer(({ url = '' }, response) => {
    const path = url.split('?')[0];
    if (path === '/token' && isDown) {
      refused++;
      return void response.writeHead(401).end('{"error":"invalid_client"}');
    }
    const bodies: Readonly<Record<string, object>> = {
      '/openid': { issuer: ISSUER, jwks_uri: `${origin}/keys` },
      '/keys': { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: KEY_ID, endorsements: ['msteams'] }] },
      // It expires at once, so that each send asks again.
      '/token': { access_token: 'chaos', expires_on: now() + 1, resource: ISSUER, token_type: 'Bearer' },
    };
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(bodies[path ?? ''] ?? {}));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const sign = (claims: object) => {
    const parts = [{ alg: 'RS256', typ: 'JWT', kid: KEY_ID }, claims].map((part) =>
      Buffer.from(JSON.stringify(part)).toString('base64url'),
    );
    const text = parts.join('.');
    return `${text}.${createSign('RSA-SHA256').update(text).sign(privateKey, 'base64url')}`;
  };
  return {
    environment: {
      ...{ BOT_AUTH: 'on', MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppId: APP, MicrosoftAppTenantId: TENANT },
      ...{ ToBotFromChannelTokenIssuer: ISSUER, ToBotFromChannelOpenIdMetadataUrl: `${origin}/openid` },
      ...{ ToChannelFromBotOAuthScope: ISSUER, ToChannelFromBotLoginUrl: origin, OAuthUrl: origin },
      ...{ ToBotFromEmulatorOpenIdMetadataUrl: `${origin}/openid` },
      ...{ IDENTITY_ENDPOINT: `${origin}/token`, IDENTITY_HEADER: 'chaos' },
    },
    headers: (serviceurl) => {
      const claims = { iss: ISSUER, aud: APP, serviceurl, nbf: now() - HOUR_S, exp: now() + HOUR_S };
      return { Authorization: `Bearer ${sign(claims)}` };
    },
    refused: () => refused,
    fail: () => {
      isDown = true;
      return () => {
        isDown = false;
      };
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Seconds since 1970. */
function now(): number {
  return Math.floor(Date.now() / 1000);
}
