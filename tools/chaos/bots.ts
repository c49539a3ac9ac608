import { type Instance, startInstance } from './instance.ts';

/** The instances that share one database; one that is killed is replaced. */
export interface Bots {
  /** Ports of those that listen. */
  readonly ports: () => readonly number[];
  /** Kills one as a power cut would and starts another in its place. */
  readonly crash: (index: number) => Promise<void>;
  /** Asks one to end, and starts another in its place; milliseconds it took to end, null where it did not within `ms`. */
  readonly restart: (index: number, ms: number) => Promise<number | null>;
  /** Steps the wall clocks of all, forward or back. */
  readonly stepClock: (byMs: number) => void;
  /** The time on those clocks. */
  readonly now: () => number;
  /** The longest that the event loop of any of them stood since this was asked last, in milliseconds; null: unknown. */
  readonly lag: () => Promise<number | null>;
  readonly stop: () => Promise<void>;
}

export async function startBots(
  count: number,
  environment: Readonly<Record<string, string>>,
  program?: string,
): Promise<Bots> {
  // One after another: the first makes the tables.
  const running: (Instance | null)[] = [];
  for (let index = 0; index < count; index++) {
    running.push(await startInstance(environment, program));
  }
  let aheadMs = 0;
  const replace = async <T>(index: number, end: (instance: Instance) => Promise<T>): Promise<T> => {
    const instance = running[index];
    if (!instance) {
      throw new Error(`There is no instance ${index} to end.`);
    }
    running[index] = null;
    const ended = await end(instance);
    const next = await startInstance(environment, program);
    next.shiftClock(aheadMs);
    running[index] = next;
    return ended;
  };
  const alive = () => running.flatMap((instance) => instance ?? []);
  return {
    ports: () => alive().map(({ port }) => port),
    crash: (index) => replace(index, ({ kill }) => kill()),
    restart: (index, ms) => replace(index, ({ terminate }) => terminate(ms)),
    stepClock: (byMs) => {
      aheadMs += byMs;
      for (const { shiftClock } of alive()) {
        shiftClock(aheadMs);
      }
    },
    now: () => Date.now() + aheadMs,
    lag: async () => {
      const lags = (await Promise.all(alive().map(({ port }) => lagOf(port)))).filter((lag) => lag !== null);
      return lags.length === 0 ? null : Math.max(...lags);
    },
    stop: async () => {
      await Promise.all(alive().map(({ kill }) => kill()));
    },
  };
}

const METRICS_MS = 30_000;

async function lagOf(port: number): Promise<number | null> {
  const url = `http://127.0.0.1:${port}/metrics`;
  const text = await fetch(url, { signal: AbortSignal.timeout(METRICS_MS) })
    .then((response) => response.text())
    .catch(() => '');
  const seconds = /^nodejs_eventloop_lag_max_seconds (?<seconds>[\d.e+-]+)/m.exec(text)?.groups?.seconds;
  return seconds === undefined ? null : Number(seconds) * 1000;
}
