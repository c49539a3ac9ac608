import { setTimeout as sleep } from 'node:timers/promises';
import type { Crowd, Said, Tally } from './crowd.ts';
import { smallPaste } from './pastes.ts';

/** What those waited who did nothing wrong, in milliseconds; 95 of 100 waited no longer. */
export interface Waits {
  readonly help: number;
  readonly paste: number;
}

export interface Watched<T> {
  readonly result: T;
  readonly waits: Waits;
  readonly tally: Tally;
}

const EVERY_MS = 800;
const CONVERSATIONS = 5;
/** Whoever has no answer by then has waited so long at least. */
const LONGEST_MS = 90_000;

/**
 * Lets others ask for help and paste something small, one after another at a steady pace, for as long as something goes
 * on, and at least `least` times. They do not wait for each other: whoever is held up is counted with all of the wait.
 */
export async function whileOthersTalk<T>(crowd: Crowd, least: number, goesOn: () => Promise<T>): Promise<Watched<T>> {
  const saying: Promise<{ kind: keyof Waits; said: Said }>[] = [];
  let isOver = false;
  const running = goesOn().finally(() => {
    isOver = true;
  });
  // Heard below; a failure meanwhile must not end the process.
  running.catch(() => undefined);
  for (let round = 0; !isOver || round < least; round++) {
    const one = `innocent${round % CONVERSATIONS}`;
    saying.push(crowd.say(`${one}:help`, { text: 'help' }).then((said) => ({ kind: 'help' as const, said })));
    const text = smallPaste(`harm${round}`);
    saying.push(crowd.say(`${one}:paste`, { text }).then((said) => ({ kind: 'paste' as const, said })));
    await sleep(EVERY_MS);
  }
  const result = await running;
  const all = await Promise.all(saying);
  const tally = await crowd.tally(
    all.map(({ said }) => said),
    LONGEST_MS,
  );
  const waitsOf = (kind: keyof Waits) =>
    all.filter((one) => one.kind === kind).map(({ said }) => crowd.waited(said) ?? LONGEST_MS);
  return { result, tally, waits: { help: quantile(waitsOf('help'), 0.95), paste: quantile(waitsOf('paste'), 0.95) } };
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
