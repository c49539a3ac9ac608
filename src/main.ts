import { jsonLog } from './adapters/log/json-log.ts';
import { type Bot, startBot } from './bot.ts';
import { readConfig } from './config.ts';
import { endInTime } from './end-in-time.ts';

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

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
