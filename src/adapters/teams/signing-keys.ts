import { createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';

/** A key that the channel signs with, and the channels that its tokens are for (none: all). */
export interface SigningKey {
  readonly key: KeyObject;
  readonly endorsements: readonly string[];
}

/** The keys could not be asked for: whether a token is right is then not known, and its sender should come again. */
export class KeysUnavailable extends Error {}

export interface KeySettings {
  readonly metadataUrl: string;
  readonly deadlineMs: number;
  /** Milliseconds of a clock that is never set back. */
  readonly now: () => number;
}

const Metadata = z.looseObject({ jwks_uri: z.url() });
const Key = z.looseObject({
  kid: z.string(),
  kty: z.literal('RSA'),
  n: z.string(),
  e: z.string(),
  endorsements: z.array(z.string()).nullish(),
});
const KeySet = z.looseObject({ keys: z.array(z.unknown()) });

/** The channel announces a new key days before it signs with it (Bot Framework documentation on authentication). */
const FRESH_MS = 24 * 3_600_000;
/** Anybody may name a key that does not exist: asked for again this often at most. */
const BETWEEN_MS = 60_000;
/** The same where the last try failed, since messages wait for it. */
const AFTER_FAILURE_MS = 5_000;
const LARGEST = 1024 * 1024;

/**
 * Looks keys up by their id: from memory, else from where the metadata document points to. Null where there is no such
 * key, also because the document is none. Rejects with `KeysUnavailable` where it could not be had; a key that was
 * known before goes on being used meanwhile.
 */
export function signingKeys({ metadataUrl, deadlineMs, now }: KeySettings): (id: string) => Promise<SigningKey | null> {
  let keys: ReadonlyMap<string, SigningKey> = new Map();
  let fetchedAt = Number.NEGATIVE_INFINITY;
  let nextTry = Number.NEGATIVE_INFINITY;
  let failure: KeysUnavailable | null = null;
  let underWay: Promise<void> | null = null;

  const refresh = async () => {
    try {
      keys = await fetchKeys(metadataUrl, AbortSignal.timeout(deadlineMs));
      fetchedAt = now();
      failure = null;
    } catch (error) {
      failure = error instanceof KeysUnavailable ? error : null;
    }
    nextTry = now() + (failure ? AFTER_FAILURE_MS : BETWEEN_MS);
    underWay = null;
  };

  return async (id) => {
    const isFresh = keys.has(id) && now() - fetchedAt < FRESH_MS;
    if (!isFresh && now() >= nextTry) {
      underWay ??= refresh();
      await underWay;
    }
    const key = keys.get(id);
    if (!key && failure) {
      throw failure;
    }
    return key ?? null;
  };
}

async function fetchKeys(metadataUrl: string, signal: AbortSignal): Promise<ReadonlyMap<string, SigningKey>> {
  const { jwks_uri } = Metadata.parse(await fetchJson(metadataUrl, signal));
  if (new URL(jwks_uri).protocol !== new URL(metadataUrl).protocol) {
    throw new Error('keys over another protocol');
  }
  const { keys } = KeySet.parse(await fetchJson(jwks_uri, signal));
  const found = keys.flatMap((key) => Key.safeParse(key).data ?? []);
  return new Map(found.flatMap(entry));
}

/** One key that is none does not take the others with it. */
function entry({ kid, kty, n, e, endorsements }: z.infer<typeof Key>): (readonly [string, SigningKey])[] {
  try {
    return [[kid, { key: createPublicKey({ key: { kty, n, e }, format: 'jwk' }), endorsements: endorsements ?? [] }]];
  } catch {
    return [];
  }
}

async function fetchJson(url: string, signal: AbortSignal): Promise<unknown> {
  return JSON.parse(await fetchText(url, signal));
}

async function fetchText(url: string, signal: AbortSignal): Promise<string> {
  try {
    const response = await fetch(url, { signal });
    if (!response.ok) {
      throw new Error(`status ${response.status}`);
    }
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body ?? []) {
      size += chunk.length;
      if (size > LARGEST) {
        throw new Error('too large');
      }
      chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString();
  } catch (error) {
    throw new KeysUnavailable(`${new URL(url).host}: ${error instanceof Error ? error.message : 'no answer'}`);
  }
}
