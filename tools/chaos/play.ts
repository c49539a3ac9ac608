import type { Tally } from './crowd.ts';
import { type Waits, whileOthersTalk } from './innocents.ts';
import type { Scenario, Stage } from './scenario.ts';

/** One row of the report. Times are in milliseconds. */
export interface Row extends Tally {
  readonly name: string;
  readonly mayComeTwice: number;
  /** What 95 of 100 of the others waited no longer than. */
  readonly waits: Waits;
  /** Of the others' messages, those that were never answered. */
  readonly othersLost: number;
  readonly lag: number | null;
  readonly note: string;
  /** What was wanted and was not so; empty where all is well. */
  readonly complaints: readonly string[];
}

/** What the others may wait, whatever one conversation does; and how much more than where nothing happens. */
const TARGETS: Waits = { help: 1000, paste: 2000 };
const LAG_MS = 100;
const LEAST_ROUNDS = { short: 6, full: 20 };

/** What others wait while nothing happens: the machine may be busy with something else. */
export async function waitsAlone({ crowd, isShort }: Stage): Promise<Waits> {
  const { waits } = await whileOthersTalk(
    crowd,
    isShort ? LEAST_ROUNDS.short : LEAST_ROUNDS.full,
    async () => undefined,
  );
  return waits;
}

/** Plays the scenarios of one round at once, and watches the others meanwhile. */
export async function play(round: readonly Scenario[], stage: Stage, alone: Waits): Promise<Row[]> {
  await stage.bots.lag();
  const least = stage.isShort ? LEAST_ROUNDS.short : LEAST_ROUNDS.full;
  const playing = () => Promise.all(round.map(async (scenario) => ({ scenario, played: await scenario.play(stage) })));
  const { result, waits, tally } = await whileOthersTalk(stage.crowd, least, playing);
  const lag = await stage.bots.lag();
  return result.map(({ scenario, played }) => {
    const { mayComeTwice = 0, note = '', complaints = [] } = played;
    const row = { name: scenario.name, ...played.tally, mayComeTwice, waits, othersLost: tally.lost, lag, note };
    return { ...row, complaints: [...complaintsAbout(row), ...late(scenario, waits, alone), ...complaints] };
  });
}

function complaintsAbout({ lost, twice, mayComeTwice, othersLost }: Omit<Row, 'complaints'>): string[] {
  return [
    ...(lost > 0 ? [`${lost} lost`] : []),
    ...(twice > mayComeTwice ? [`${twice} twice`] : []),
    ...(othersLost > 0 ? [`${othersLost} of others lost`] : []),
  ];
}

/** On a busy machine the unloaded wait counts, with room: the targets are those of a machine of its own. */
const ROOM = 4;

function late({ sparesOthers }: Scenario, waits: Waits, alone: Waits): string[] {
  if (!sparesOthers) {
    return [];
  }
  return (['help', 'paste'] as const).flatMap((kind) => {
    const most = Math.max(TARGETS[kind], alone[kind] * ROOM);
    return waits[kind] > most ? [`others waited ${(waits[kind] / 1000).toFixed(1)} s for ${kind}`] : [];
  });
}

/** Told, not held against it: other programs of the machine hold an event loop up as well. */
export function isLagLong({ lag }: Row): boolean {
  return lag !== null && lag > LAG_MS;
}
