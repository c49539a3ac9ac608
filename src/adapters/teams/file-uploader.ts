import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { fileUrlGuard } from './file-address.ts';
import { publicLookup } from './file-reader.ts';
import { isLoopbackName } from './loopback.ts';

/** Within the turn of the button, which must not last longer than some ten seconds. */
const DEADLINE_MS = 8000;

/** Puts a text where Teams said. Never rejects; false where the address is not allowed or did not take it. */
export type UploadFile = (url: string, text: string) => Promise<boolean>;

/**
 * Uploads to the user's own storage. The address comes back from outside, so it must be one that files may come from, and
 * our token does not go with it.
 */
export function fileUploader(
  authentication: 'on' | 'off',
  moreHosts: readonly string[],
  localPorts: readonly number[],
): UploadFile {
  const mayUse = fileUrlGuard(authentication, moreHosts, localPorts);
  return async (url, text) => {
    const parsed = URL.canParse(url) ? new URL(url) : null;
    if (!parsed || !mayUse(parsed)) {
      return false;
    }
    const status = await put(parsed, Buffer.from(text)).catch(() => 0);
    return status === 200 || status === 201;
  };
}

function put(url: URL, bytes: Buffer): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const request = url.protocol === 'http:' ? requestHttp : requestHttps;
  const headers = {
    'Content-Length': bytes.length,
    'Content-Range': `bytes 0-${bytes.length - 1}/${bytes.length}`,
    'Content-Type': 'application/octet-stream',
  };
  const lookup = isLoopbackName(url.hostname) ? {} : { lookup: publicLookup };
  const signal = AbortSignal.timeout(DEADLINE_MS);
  const sent = request(url, { method: 'PUT', headers, signal, ...lookup }, (response) => {
    response.resume();
    resolve(response.statusCode ?? 0);
  });
  sent.on('error', reject).end(bytes);
  return promise;
}
