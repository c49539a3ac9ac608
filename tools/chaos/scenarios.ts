import type { Scenario } from './scenario.ts';
import { clockBack } from './scenarios/clock-back.ts';
import { hanging, retryAfter } from './scenarios/deaf-channel.ts';
import { digests } from './scenarios/digests.ts';
import { flood } from './scenarios/flood.ts';
import { hostileWrites, malformed } from './scenarios/hostile-writes.ts';
import { kills } from './scenarios/kills.ts';
import { largeFile, largeFiles } from './scenarios/large-files.ts';
import { messageActions } from './scenarios/message-actions.ts';
import { outage } from './scenarios/outage.ts';
import { sockets } from './scenarios/sockets.ts';
import { tokenOutage } from './scenarios/token-outage.ts';

/** Everything that is done to the bot, in this order. */
export const SCENARIOS: readonly Scenario[] = [
  ...[hostileWrites, malformed, largeFile, largeFiles, hanging, retryAfter, messageActions],
  ...[flood, outage, tokenOutage, clockBack, digests, kills, sockets],
];

/** In the short form, what touches only its own conversations is done at once: most of it is waiting, then what is work. */
const SHORT_ROUNDS: readonly (readonly Scenario[])[] = [
  [outage, tokenOutage, hanging, retryAfter, digests, hostileWrites, malformed],
  ...[[messageActions, flood, largeFiles], [clockBack], [kills], [sockets]],
];

/** What is done one after another; the scenarios of one round at once. */
export function roundsOf(names: readonly string[], isShort: boolean): Scenario[][] {
  const rounds = isShort ? SHORT_ROUNDS : SCENARIOS.map((scenario) => [scenario]);
  return rounds.map((round) => round.filter(({ name }) => names.includes(name))).filter((round) => round.length > 0);
}
