import { jsonLog } from './adapters/log/json-log.ts';
import { type Bot, startBot } from './bot.ts';
import { readConfig } from './config.ts';
import { endInTime } from './end-in-time.ts';
import { runCommand } from './terminal/run-command.ts';

const USAGE = `Usage: npm start
Starts the bot. Its settings are environment variables, listed in README.md. To try it on this machine without credentials:
BOT_AUTH=off npm start. Ctrl+C ends it.`;

/** Starts the bot and ends it cleanly on SIGTERM and SIGINT. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const bot = await startBot(config, jsonLog(config.logLevel));
  process.stdout.write(`Stopcode answers on http://${config.host}:${bot.port}/api/messages\n`);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => void end(bot));
  }
}

async function end(bot: Bot): Promise<void> {
  process.exit((await endInTime(bot.stop)) ? 0 : 1);
}

await runCommand({
  name: 'start',
  usage: USAGE,
  config: {},
  run: async () => {
    try {
      await main();
      return 0;
    } catch (error) {
      // What was already started, the database and the threads, would keep the process.
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      process.exit(1);
    }
  },
});
