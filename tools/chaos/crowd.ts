import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Json, message } from './activities.ts';
import type { Bots } from './bots.ts';
import type { Channel } from './channel.ts';

/** A message as somebody said it. */
export interface Said {
  readonly id: string;
  readonly conversation: string;
  /** Milliseconds of `performance.now()`. */
  readonly at: number;
  /** Whether the bot took it: Teams tells whoever sent it where not. */
  readonly isTaken: boolean;
}

export interface Tally {
  readonly sent: number;
  readonly answered: number;
  readonly lost: number;
  readonly twice: number;
}

export interface Crowd {
  /** Says something in a conversation; as Teams does, again where the bot does not take it. */
  readonly say: (conversation: string, changes: Json) => Promise<Said>;
  /** Posts anything, once; the status that came back, 0 where none did. */
  readonly post: (body: Json, timeoutMs: number) => Promise<number>;
  /** Waits for the answers to all of these for at most so long, then counts. */
  readonly tally: (said: readonly Said[], ms: number) => Promise<Tally>;
  /** Milliseconds from the message to its first answer; null where there is none so far. */
  readonly waited: (said: Said) => number | null;
}

const RETRIES = 5;
const RETRY_MS = 2_000;
const TIMEOUT_MS = 15_000;
/** Answers that came late may still come twice. */
const SETTLE_MS = 1_500;

const LONGEST_START_MS = 120_000;

/** While all of them are being replaced nobody is there to refuse anything. */
async function somebodyListens({ ports }: Bots): Promise<void> {
  const end = performance.now() + LONGEST_START_MS;
  while (ports().length === 0 && performance.now() < end) {
    await sleep(100);
  }
}

/** Everybody who talks to the bots. The part of a conversation's id before `:` is its tenant; `more` are headers. */
export function crowdOf(bots: Bots, channel: Channel, more: Readonly<Record<string, string>> = {}): Crowd {
  let turn = 0;
  const post = async (body: Json, timeoutMs: number): Promise<number> => {
    const ports = bots.ports();
    const port = ports[turn++ % Math.max(1, ports.length)];
    if (port === undefined) {
      return 0;
    }
    const request = {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...more },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeoutMs),
    };
    return fetch(`http://127.0.0.1:${port}/api/messages`, request)
      .then(async (response) => {
        await response.arrayBuffer();
        return response.status;
      })
      .catch(() => 0);
  };
  const answersTo = ({ id }: Said) => channel.taken.filter(({ replyTo }) => replyTo === id);
  return {
    post,
    say: async (conversation, changes) => {
      const id = randomUUID();
      const at = performance.now();
      const body = message(channel.url, conversation.split(':')[0] ?? '', conversation, id, changes);
      for (let tries = 0; tries <= RETRIES; tries++) {
        await somebodyListens(bots);
        const status = await post(body, TIMEOUT_MS);
        if (status >= 200 && status < 300) {
          return { id, conversation, at, isTaken: true };
        }
        if (status >= 400 && status < 500) {
          break;
        }
        await sleep(RETRY_MS);
      }
      return { id, conversation, at, isTaken: false };
    },
    tally: async (said, ms) => {
      await channel.until(() => said.every((one) => answersTo(one).length > 0), ms);
      await sleep(SETTLE_MS);
      const counts = said.map((one) => answersTo(one).length);
      const answered = counts.filter((count) => count > 0).length;
      const twice = counts.filter((count) => count > 1).length;
      return { sent: said.length, answered, lost: said.length - answered, twice };
    },
    waited: (said) => {
      const first = channel.taken.find(({ replyTo }) => replyTo === said.id);
      return first ? first.at - said.at : null;
    },
  };
}
