import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Program } from './start-process.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The bot without authentication: it then listens on loopback only, and calls nothing there but the chat. */
export function localBot(port: number, dataFolder: string, chatPort: number): Program {
  const url = `http://127.0.0.1:${port}`;
  return {
    name: 'the bot',
    script: `${ROOT}src/main.ts`,
    args: [],
    env: { BOT_AUTH: 'off', PORT: `${port}`, STOPCODE_DATA: dataFolder, STOPCODE_LOCAL_PORTS: `${chatPort}` },
    ready: `${url}/readyz`,
    url: `${url}/api/messages`,
  };
}

/** The Microsoft 365 Agents Playground: a chat in the browser that speaks the Bot Connector's protocol. */
export function playground(port: number, endpoint: string): Program {
  const url = `http://localhost:${port}`;
  return {
    name: 'the Agents Playground',
    script: createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js'),
    args: ['start', '-e', endpoint, '-c', 'msteams', '-p', `${port}`, '--disable-telemetry'],
    env: { BROWSER: 'none' },
    ready: `${url}/_internal/v1/config`,
    url,
  };
}
