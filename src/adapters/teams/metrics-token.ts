import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether an `Authorization` header holds this token. How long the comparison takes tells nothing of it. */
export function asksWithToken(authorization: string | undefined, token: string): boolean {
  const said = /^Bearer +(?<token>\S+)$/i.exec(authorization ?? '')?.groups?.token;
  return said !== undefined && timingSafeEqual(digest(said), digest(token));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
