import { lookup } from 'node:dns';
import { get as getHttp, type IncomingMessage } from 'node:http';
import { get as getHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { readBytes } from '../../files/read-bytes.ts';
import type { FileRead, ReadFile } from '../../ports/file-reader.ts';
import { fileUrlGuard, isPublicAddress } from './file-address.ts';
import { isLoopbackName } from './loopback.ts';

const LARGEST_FILE = 8 * 1024 * 1024;
const DEADLINE_MS = 30_000;

/**
 * Fetches a file that was attached in a personal chat. The link is pre-authenticated, so no token goes with it; it comes
 * from whoever posts to us, so host and resolved address are checked, and redirects are not followed at all.
 */
export function fileReader(
  authentication: 'on' | 'off',
  moreHosts: readonly string[],
  localPorts: readonly number[],
): ReadFile {
  const mayFetch = fileUrlGuard(authentication, moreHosts, localPorts);
  return async ({ name, url }) => {
    const parsed = URL.canParse(url) ? new URL(url) : null;
    if (!parsed || !mayFetch(parsed)) {
      return { kind: 'refused', reason: 'forbidden' };
    }
    try {
      return await download(name, parsed);
    } catch (error) {
      return { kind: 'refused', reason: error instanceof ForbiddenAddress ? 'forbidden' : 'gone' };
    }
  };
}

class ForbiddenAddress extends Error {}

/**
 * A name's addresses, all of which must be allowed. Checked at the moment of connecting, so that a name cannot resolve to
 * something else the second time. Node asks for all of them, to try one after the other, or for a single one.
 */
export function checkedLookup(isAllowed: (address: string) => boolean): LookupFunction {
  return (host, options, callback) => {
    lookup(host, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error) {
        callback(error, '', 4);
      } else if (!first || !addresses.every(({ address }) => isAllowed(address))) {
        callback(new ForbiddenAddress(host), '', 4);
      } else if (options.all) {
        callback(null, addresses);
      } else {
        callback(null, first.address, first.family);
      }
    });
  };
}

export const publicLookup = checkedLookup(isPublicAddress);

async function download(name: string, url: URL): Promise<FileRead> {
  const signal = AbortSignal.timeout(DEADLINE_MS);
  const response = await request(url, signal);
  try {
    if (response.statusCode !== 200) {
      return { kind: 'refused', reason: 'gone' };
    }
    return await readAll(name, response);
  } finally {
    response.destroy();
  }
}

function request(url: URL, signal: AbortSignal): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  // Only a guard without authentication lets a loopback name through.
  const local = isLoopbackName(url.hostname);
  const get = url.protocol === 'http:' ? getHttp : getHttps;
  const options = { signal, headers: { 'Accept-Encoding': 'identity' }, ...(local ? {} : { lookup: publicLookup }) };
  get(url, options, resolve).on('error', reject);
  return promise;
}

/** Stops reading at the limit, whatever length the server promised. */
async function readAll(name: string, response: IncomingMessage): Promise<FileRead> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_FILE) {
      return { kind: 'refused', reason: 'too-big' };
    }
    chunks.push(chunk);
  }
  return readBytes(name, Buffer.concat(chunks));
}
