import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Scenario, type Stage, upTo } from '../scenario.ts';

const UPGRADE = 'GET /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n';
const POST = 'POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n';
const SLOW = `${POST}Content-Length: 5000\r\n\r\n{`;
const CHUNKED = `${POST}Transfer-Encoding: chunked\r\n\r\n`;
const LARGER_THAN_ALLOWED = 400_000;
/** The stated 30 s, and how often Node looks for those who are late. */
const LONGEST_BODY_MS = 45_000;
const LONGEST_END_MS = 40_000;

/** Sockets that are upgraded, bodies that do not end: they are closed, others are served, and the process ends in order. */
export const sockets: Scenario = {
  name: 'sockets',
  about: '500 sockets that ask for an upgrade, bodies that come slowly or too long',
  sparesOthers: false,
  play: async (stage) => {
    const { bots, crowd, isShort } = stage;
    const upgraded = open(
      stage,
      upTo(isShort ? 100 : 500).map(() => UPGRADE),
    );
    const slow = isShort
      ? []
      : open(
          stage,
          upTo(20).map(() => SLOW),
        );
    const tooLong = await statusOfTooLong(stage);
    const said = await crowd.say('door:c', { text: 'help' });
    await sleep(2_000);
    const held = upgraded.filter(({ closed }) => !closed).length;
    for (const socket of upgraded) {
      socket.destroy();
    }
    if (slow.length > 0) {
      await sleep(LONGEST_BODY_MS);
    }
    const late = slow.filter(({ closed }) => !closed).length;
    const tally = await crowd.tally([said], 30_000);
    const ended = await bots.restart(0, LONGEST_END_MS);
    for (const socket of slow) {
      socket.destroy();
    }
    const complaints = [
      ...(held > 0 ? [`${held} upgraded sockets held`] : []),
      ...(late > 0 ? [`${late} slow bodies still open after ${LONGEST_BODY_MS / 1000} s`] : []),
      ...(tooLong === '413' ? [] : [`a chunked body that is too long gets ${tooLong}`]),
      ...(ended === null ? [`does not end within ${LONGEST_END_MS / 1000} s of SIGTERM`] : []),
    ];
    return { tally, complaints };
  },
};

function open({ bots }: Stage, greetings: readonly string[]): Socket[] {
  const [port = 0] = bots.ports();
  return greetings.map((greeting) => {
    // A socket that is closed on us is what is wanted; reading lets us notice.
    const socket = connect(port, '127.0.0.1')
      .on('error', () => undefined)
      .resume();
    // Not when it is connected: what is written meanwhile would come before it.
    socket.write(greeting);
    return socket;
  });
}

async function statusOfTooLong(stage: Stage): Promise<string> {
  const [socket] = open(stage, [CHUNKED]);
  if (!socket) {
    return 'no answer';
  }
  let said = '';
  socket.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const chunk = 'x'.repeat(50_000);
  for (let sent = 0; sent < LARGER_THAN_ALLOWED && said === '' && !socket.destroyed; sent += chunk.length) {
    socket.write(`${chunk.length.toString(16)}\r\n${chunk}\r\n`);
    await sleep(50);
  }
  socket.write('0\r\n\r\n');
  for (let waited = 0; waited < 50 && said === '' && !socket.destroyed; waited++) {
    await sleep(100);
  }
  socket.destroy();
  return /^HTTP\/1\.1 (?<status>\d{3})/.exec(said)?.groups?.status ?? 'no answer';
}
