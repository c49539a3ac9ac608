import { jsonLog } from '#src/adapters/log/json-log.ts';
import { startBot } from '#src/bot.ts';
import { readConfig } from '#src/config.ts';

/** The bot with credentials, as `main.ts` starts it, but for this machine only: chaos opens no port to the network. */

const config = readConfig(process.env);
const { port } = await startBot({ ...config, host: '127.0.0.1' }, jsonLog(config.logLevel));
process.stdout.write(`Stopcode answers on http://127.0.0.1:${port}/api/messages\n`);
