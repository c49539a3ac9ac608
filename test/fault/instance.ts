import { startBot } from '#src/bot.ts';
import { readConfig } from '#src/config.ts';

/**
 * One instance of the bot with a clock that the parent process sets by messages. Says `ready` once it listens, and what
 * it logs as an error.
 */

let now = Number(process.env.CLOCK);
process.on('message', (ms: number) => {
  now = ms;
});

const quiet = () => undefined;
const error = (event: string, fields = {}) => void process.send?.(`${event} ${JSON.stringify(fields)}`);
const { DATABASE_URL, STOPCODE_LOCAL_PORTS } = process.env;
const config = readConfig({ BOT_AUTH: 'off', PORT: '0', DATABASE_URL, STOPCODE_LOCAL_PORTS });
await startBot(config, { info: quiet, warn: quiet, error }, { now: () => new Date(now), tickMs: 100 });
process.send?.('ready');
