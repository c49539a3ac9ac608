import { createHmac, createPublicKey, type KeyObject, randomBytes } from 'node:crypto';
import { CompactSign, exportSPKI, type JWTPayload } from 'jose';

export const APP = '11111111-2222-4333-8444-555555555555';
export const ISSUER = 'https://api.botframework.com';
export const SERVICE_URL = 'https://smba.trafficmanager.net/teams/';

export interface Keys {
  /** The channel's, which it publishes. */
  readonly own: KeyObject;
  readonly ownPublic: KeyObject;
  readonly foreign: KeyObject;
  /** Published too, but for another channel alone. */
  readonly otherChannel: KeyObject;
}

const text = (value: object | string) => (typeof value === 'string' ? value : JSON.stringify(value));
const part = (value: object | string) => Buffer.from(text(value)).toString('base64url');
const seconds = () => Math.floor(Date.now() / 1000);

export const HEADER = { alg: 'RS256', typ: 'JWT', kid: 'own' };

export function claims(changes: Readonly<Record<string, unknown>> = {}): JWTPayload {
  const now = seconds();
  const right = { iss: ISSUER, aud: APP, nbf: now - 10, exp: now + 3600, serviceurl: SERVICE_URL };
  return JSON.parse(JSON.stringify({ ...right, ...changes }));
}

export function signed(key: KeyObject, payload: object, header: Readonly<Record<string, unknown>> = {}) {
  const protectedHeader = JSON.parse(JSON.stringify({ ...HEADER, ...header }));
  return new CompactSign(Buffer.from(JSON.stringify(payload))).setProtectedHeader(protectedHeader).sign(key);
}

function byHmac(secret: string | Buffer, header: object): string {
  const body = `${part(header)}.${part(claims())}`;
  return `${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`;
}

/** `Authorization` headers that are all not the channel's, by what is wrong with them. */
export async function forgeries({ own, ownPublic, foreign, otherChannel }: Keys): Promise<Record<string, string>> {
  const now = seconds();
  const good = await signed(own, claims());
  const [head = '', body = '', signature = ''] = good.split('.');
  const pem = await exportSPKI(ownPublic);
  const jwk = ownPublic.export({ format: 'jwk' });
  const of = (changes: Readonly<Record<string, unknown>>) => signed(own, claims(changes));
  const flipped = Buffer.from(signature, 'base64url');
  flipped[7] = (flipped[7] ?? 0) ^ 1;
  const tokens: Record<string, string | Promise<string>> = {
    'no signature': `${head}.${body}.`,
    'two parts': `${head}.${body}`,
    'four parts': `${good}.${signature}`,
    'five parts, as if encrypted': `${head}.a.b.c.d`,
    'one part': 'x',
    'empty parts': '..',
    'a bit of the signature': `${head}.${body}.${flipped.toString('base64url')}`,
    'random signature': `${head}.${body}.${randomBytes(256).toString('base64url')}`,
    'signature of another token': of({ iat: 1 }).then((other) => `${head}.${body}.${other.split('.')[2]}`),
    'claims changed after signing': `${head}.${part(claims({ iat: 5 }))}.${signature}`,
    'foreign key under the own id': signed(foreign, claims()),
    'foreign key brought along': signed(foreign, claims(), { jwk: createPublicKey(foreign).export({ format: 'jwk' }) }),
    'foreign key to be fetched': signed(foreign, claims(), { jku: 'http://127.0.0.1:9/keys' }),
    'unknown key': signed(own, claims(), { kid: 'unknown' }),
    'no key id': signed(own, claims(), { kid: undefined }),
    'key id of an object’s own': signed(own, claims(), { kid: '__proto__' }),
    'key of another channel': signed(otherChannel, claims(), { kid: 'other-channel' }),
    'alg none': `${part({ ...HEADER, alg: 'none' })}.${body}.`,
    'alg none with a signature': `${part({ ...HEADER, alg: 'none' })}.${body}.${signature}`,
    'alg NONE': `${part({ ...HEADER, alg: 'NONE' })}.${body}.`,
    'alg missing': `${part({ typ: 'JWT', kid: 'own' })}.${body}.${signature}`,
    'alg a number': `${part({ ...HEADER, alg: 256 })}.${body}.${signature}`,
    'alg a list': `${part({ ...HEADER, alg: ['RS256'] })}.${body}.${signature}`,
    'HS256 with the public key': byHmac(pem, { ...HEADER, alg: 'HS256' }),
    'HS256 with nothing': byHmac('', { ...HEADER, alg: 'HS256' }),
    'HS256 with the modulus': byHmac(Buffer.from(jwk.n ?? '', 'base64url'), { ...HEADER, alg: 'HS256' }),
    'HMAC that says RS256': byHmac(pem, HEADER),
    PS256: signed(own, claims(), { alg: 'PS256' }),
    'crit unknown': `${part({ ...HEADER, crit: ['exp'] })}.${body}.${signature}`,
    'no exp': of({ exp: undefined }),
    'exp null': of({ exp: null }),
    'exp as text': of({ exp: `${now + 3600}` }),
    expired: of({ exp: now - 301 }),
    'exp zero': of({ exp: 0 }),
    'not yet valid': of({ nbf: now + 400 }),
    'nbf as text': of({ nbf: 'soon' }),
    'no issuer': of({ iss: undefined }),
    'issuer of a tenant': of({ iss: 'https://sts.windows.net/72f988bf-86f1-41af-91ab-2d7cd011db47/' }),
    'issuer of the emulator': of({
      iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
      appid: APP,
      ver: '1.0',
    }),
    'issuer of the tenant that it names': of({ iss: 'https://sts.windows.net/x/', tid: 'x', appid: APP, ver: '1.0' }),
    'issuer with a slash': of({ iss: `${ISSUER}/` }),
    'issuer in a list': of({ iss: [ISSUER] }),
    'no audience': of({ aud: undefined }),
    'audience of another bot': of({ aud: '99999999-2222-4333-8444-555555555555' }),
    'audience in capitals with blanks': of({ aud: ` ${APP} ` }),
    'several audiences': of({ aud: [APP, 'x'] }),
    'no serviceurl': of({ serviceurl: undefined }),
    'another serviceurl': of({ serviceurl: 'https://smba.trafficmanager.net/emea/' }),
    'serviceurl in capitals': of({ serviceurl: SERVICE_URL.toUpperCase() }),
    'claims that are a list': signed(own, [claims()]),
    'claims that are a text': `${head}.${part('"x"')}.${signature}`,
    'claims that are null': `${head}.${part('null')}.${signature}`,
    'claims that are no JSON': `${head}.${part('{')}.${signature}`,
    'header that is no JSON': `${part('{')}.${body}.${signature}`,
    'header that is null': `${part('null')}.${body}.${signature}`,
    'characters of no base64': `${head}.${body}.${signature}!`,
    'very long': `${head}.${'A'.repeat(9000)}.${signature}`,
  };
  const bearers: [string, string][] = [];
  for (const [wrong, token] of Object.entries(tokens)) {
    bearers.push([wrong, `Bearer ${await token}`]);
  }
  const schemes = {
    'no scheme': good,
    Basic: `Basic ${good}`,
    'two tokens': `Bearer ${good} ${good}`,
    nothing: 'Bearer ',
    'none at all': '',
  };
  return Object.fromEntries([...bearers, ...Object.entries(schemes)]);
}
