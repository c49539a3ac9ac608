import type { PageAnswer } from '../../ports/page.ts';

/**
 * Where the page may be framed: the hosts of Teams and Microsoft 365 ("Tab requirements" of the Teams documentation).
 * Without authentication nobody frames it but programs of this machine, as the Playground does.
 */
const TEAMS =
  'https://*.cloud.microsoft https://teams.microsoft.com https://*.teams.microsoft.com https://*.microsoft365.com https://*.office.com';
const THIS_MACHINE = "'self' http://localhost:* http://127.0.0.1:*";

/** What every answer says of itself: nothing inline, nothing from elsewhere, nothing guessed, nothing kept. */
function guards(framedBy: string): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${framedBy}`,
  ];
  return {
    'Content-Security-Policy': policy.join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  };
}

export interface Answers {
  readonly html: (text: string) => PageAnswer;
  readonly asset: (type: string, body: Uint8Array) => PageAnswer;
  readonly json: (status: number, value: unknown) => PageAnswer;
}

export function answersIn(authentication: 'on' | 'off'): Answers {
  const guarded = guards(authentication === 'on' ? TEAMS : THIS_MACHINE);
  const answer = (status: number, type: string, cache: string, body: string | Uint8Array): PageAnswer => ({
    status,
    headers: { ...guarded, 'Content-Type': type, 'Cache-Control': cache },
    body,
  });
  return {
    html: (text) => answer(200, 'text/html; charset=utf-8', 'no-store', text),
    asset: (type, body) => answer(200, type, 'no-cache', body),
    json: (status, value) => answer(status, 'application/json', 'no-store', JSON.stringify(value)),
  };
}
