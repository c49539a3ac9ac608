import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startBots } from '../bots.ts';
import { makeCertificate } from '../certificate.ts';
import { startChannel } from '../channel.ts';
import { crowdOf } from '../crowd.ts';
import { startIdentity } from '../identity.ts';
import { type Played, type Scenario, upTo } from '../scenario.ts';

/** With credentials the bot sends to addresses of HTTPS on its own port only. */
const HTTPS_PORT = 443;
const NOBODY = { sent: 0, answered: 0, lost: 0, twice: 0 };

/**
 * No token is to be had for a while, so nothing can be sent, and certainly nothing was. A bot of its own plays it, on an
 * embedded database: the others run without credentials.
 */
export const tokenOutage: Scenario = {
  name: 'token',
  about: 'no token is given for 100 s, as with a secret that has expired',
  sparesOthers: false,
  play: async ({ isShort }) => {
    const folder = await mkdtemp(join(tmpdir(), 'stopcode-chaos-'));
    try {
      return await playIn(folder, isShort);
    } catch (error) {
      if (!isNotPossibleHere(error)) {
        throw error;
      }
      return { tally: NOBODY, note: `left out: needs openssl and port ${HTTPS_PORT}` };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function playIn(folder: string, isShort: boolean): Promise<Played> {
  const certificate = await makeCertificate(folder);
  const channel = await startChannel({ ...certificate, port: HTTPS_PORT });
  const identity = await startIdentity();
  const trusted = { NODE_EXTRA_CA_CERTS: certificate.path, STOPCODE_SERVICE_URLS: 'localhost' };
  const environment = { ...identity.environment, ...trusted, STOPCODE_DATA: join(folder, 'data') };
  try {
    const bots = await startBots(1, environment, 'tools/chaos/signed-bot.ts');
    try {
      const crowd = crowdOf(bots, channel, identity.headers(channel.url));
      const recover = identity.fail();
      const conversations = upTo(isShort ? 6 : 30).map((index) => `token${index % 3}:c${index}`);
      const said = await Promise.all(conversations.map((conversation) => crowd.say(conversation, { text: 'help' })));
      await sleep(isShort ? 12_000 : 100_000);
      recover();
      const refused = identity.refused();
      // A bot that asks for none has not been tried.
      const complaints = refused === 0 ? ['asked for no token'] : [];
      const tally = await crowd.tally(said, isShort ? 60_000 : 180_000);
      return { tally, complaints, note: `${refused} tokens refused` };
    } finally {
      await bots.stop();
    }
  } finally {
    await Promise.all([channel.close(), identity.close()]);
  }
}

/** No openssl, no right to the port, or somebody else has it. */
function isNotPossibleHere(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return code === 'ENOENT' || code === 'EACCES' || code === 'EADDRINUSE';
}
