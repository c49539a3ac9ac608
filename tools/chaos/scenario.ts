import type { Bots } from './bots.ts';
import type { Channel } from './channel.ts';
import type { Crowd, Tally } from './crowd.ts';

/** Where a scenario is played. */
export interface Stage {
  readonly bots: Bots;
  readonly channel: Channel;
  readonly crowd: Crowd;
  readonly random: () => number;
  /** The short form is part of the tests: the same events, fewer and shorter. */
  readonly isShort: boolean;
}

/** How it ended, besides what the others waited meanwhile. */
export interface Played {
  readonly tally: Tally;
  /** How many may come twice: a killed process cannot say whether what it had in hand was delivered. */
  readonly mayComeTwice?: number;
  /** What else was wanted and was not so. */
  readonly complaints?: readonly string[];
  /** A figure worth telling. */
  readonly note?: string;
}

export interface Scenario {
  readonly name: string;
  readonly about: string;
  /** Whether the others' waits count: not where the channel or the process is down for everybody. */
  readonly sparesOthers: boolean;
  readonly play: (stage: Stage) => Promise<Played>;
}

export function sum(tallies: readonly Tally[]): Tally {
  const total = (count: (tally: Tally) => number) => tallies.reduce((so, tally) => so + count(tally), 0);
  return {
    sent: total(({ sent }) => sent),
    answered: total(({ answered }) => answered),
    lost: total(({ lost }) => lost),
    twice: total(({ twice }) => twice),
  };
}

/** The numbers from 0, so many. */
export function upTo(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
