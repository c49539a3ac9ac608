/** For the first minutes an outage is asked after so often that the answer comes soon after its end. */
const LONGEST_AT_FIRST_MS = 15_000;
/** About two minutes of them; then it is a long outage, and there is no hurry. */
const FREQUENT_TRIES = 12;
const LONGEST_MS = 60_000;

/**
 * How long a conversation is left alone after so many failures in a row: twice as long each time, up to a limit. Where
 * the channel asked for a time it is that. Spread at random, so that conversations do not come back together.
 */
export function pauseAfter(failures: number, askedMs: number | undefined, random: () => number): number {
  const longest = failures <= FREQUENT_TRIES ? LONGEST_AT_FIRST_MS : LONGEST_MS;
  const pause = Math.min(longest, 500 * 2 ** Math.min(failures, 20));
  return askedMs === undefined ? pause * (0.5 + random() / 2) : askedMs + Math.min(pause, 2000) * random();
}
