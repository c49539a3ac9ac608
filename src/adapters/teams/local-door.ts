import type { IncomingHttpHeaders } from 'node:http';
import { isLoopbackName } from './loopback.ts';

/** Set by whatever hands a request on for somebody else. */
const FORWARDING = [
  ...['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-port'],
  ...['x-real-ip', 'x-client-ip', 'x-original-host', 'true-client-ip', 'cf-connecting-ip'],
];

/**
 * Why a bot without authentication does not answer a request; null where it does. Whatever runs on this machine may
 * speak to it, and a browser runs the pages of strangers: a page may post to loopback as it is, and read it too once its
 * own name resolves to 127.0.0.1. So the request must name this machine itself, and come from no page but one of it.
 */
export function strangerBy(headers: IncomingHttpHeaders): string | null {
  if (!isOwnAddress(`http://${headers.host ?? ''}`)) {
    return 'Host is not this machine';
  }
  const { origin } = headers;
  if (origin !== undefined && !isOwnAddress(origin)) {
    return 'Origin is not this machine';
  }
  if (headers['sec-fetch-site'] === 'cross-site') {
    return 'sent by a page of another site';
  }
  const handedOn = FORWARDING.find((name) => headers[name] !== undefined);
  return handedOn ? `handed on for others (${handedOn})` : null;
}

/** `http://localhost:3978`, letter for letter: whatever a parser might make of another spelling, no program here needs it. */
function isOwnAddress(address: string): boolean {
  const { name = '' } = /^https?:\/\/(?<name>[^/]{1,20}?)(?::\d{1,5})?$/i.exec(address)?.groups ?? {};
  return isLoopbackName(name.toLowerCase());
}
