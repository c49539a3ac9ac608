import { rm } from 'node:fs/promises';
import { type Bot, type Clock, startBot } from '#src/bot.ts';
import { readConfig } from '#src/config.ts';
import type { Log } from '#src/ports/log.ts';
import { newDataFolder } from '../support/data-folder.ts';
import { mayCall } from './a-process.ts';
import type { Json } from './an-activity.ts';
import { type FakeConnector, startFakeConnector } from './fake-connector.ts';

export interface RunningBot {
  readonly bot: Bot;
  readonly connector: FakeConnector;
  readonly post: (activity: Json, headers?: Readonly<Record<string, string>>) => Promise<Response>;
  readonly log: readonly string[];
  readonly stop: () => Promise<void>;
}

/** The bot as `npm start` runs it, without authentication, on an embedded database of its own, with a fake connector. `others` are further addresses that it may call. */
export async function startTestBot(
  environment: Readonly<Record<string, string>> = {},
  clock?: Clock,
  others: readonly string[] = [],
): Promise<RunningBot> {
  const folder = await newDataFolder();
  const connector = await startFakeConnector();
  const lines: string[] = [];
  const local = { BOT_AUTH: 'off', PORT: '0', STOPCODE_DATA: folder, ...mayCall(connector.url, ...others) };
  const letGo = async () => {
    await connector.close();
    await rm(folder, { recursive: true, force: true });
  };
  const start = async () => startBot(readConfig({ ...local, ...environment }), recordingLog(lines), clock);
  // A test whose bot does not start must fail, and not wait for a connector that nobody closes.
  const bot = await start().catch(async (error: unknown) => {
    await letGo();
    throw error;
  });
  return {
    bot,
    connector,
    log: lines,
    post: (activity, headers = {}) => postActivity(bot.port, activity, headers),
    stop: async () => {
      await bot.stop();
      await letGo();
    },
  };
}

export function postActivity(port: number, activity: Json, headers: Readonly<Record<string, string>> = {}) {
  return fetch(`http://127.0.0.1:${port}/api/messages`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(activity),
  });
}

function recordingLog(lines: string[]): Log {
  const record = (event: string, fields = {}) => void lines.push(`${event} ${JSON.stringify(fields)}`);
  return { info: record, warn: record, error: record };
}
