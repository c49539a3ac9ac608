import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const BETWEEN_LOOKS_MS = 200;
const PATIENCE_MS = 120_000;

interface Heard {
  readonly sayings: readonly { readonly id: number; readonly what: { readonly kind: string } }[];
}

/**
 * Says something on the page of the local bot at this address, and waits until it has an answer: whoever opens the page then
 * sees both. `file` is the name that a text has there; null for what was typed. Rejects where the bot does not take it.
 */
export async function sayOnPage(page: string, text: string, file: string | null): Promise<void> {
  const sent = file === null ? { text, files: [] } : { text: '', files: [{ name: basename(file), text }] };
  const last = (await heardAfter(page, 0)).at(-1)?.id ?? 0;
  const answer = await fetch(new URL('/page/say', page), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...sent, language: 'en' }),
  });
  await answer.body?.cancel();
  if (!answer.ok) {
    throw new Error(`The page did not take it (${answer.status}).`);
  }
  const deadline = performance.now() + PATIENCE_MS;
  while (performance.now() < deadline) {
    if ((await heardAfter(page, last)).some(({ what }) => what.kind !== 'written')) {
      return;
    }
    await sleep(BETWEEN_LOOKS_MS);
  }
  throw new Error(`There was no answer within ${PATIENCE_MS / 1000} s.`);
}

async function heardAfter(page: string, id: number): Promise<Heard['sayings']> {
  const answer = await fetch(new URL(`/page/heard?after=${id}`, page));
  return ((await answer.json()) as Heard).sayings;
}
