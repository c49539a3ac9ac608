import { smallPaste } from '../pastes.ts';
import { type Scenario, type Stage, sum, upTo } from '../scenario.ts';

const FAMILY = '\u{1f469}\u200d\u{1f469}\u200d\u{1f467}';

/** What people, cases and notes are called that were made to break something. */
const NAMES: readonly string[] = [
  ...['', ' ', '\u200b\u2060', 'n'.repeat(300), FAMILY.repeat(50), `${'a'.repeat(199)}\u{1f635}`, 'a\u0000b', '\ud83d'],
  ...[
    '\u202eexe.gnp',
    'דוח \u200f(1)',
    `e${'\u0301'.repeat(10_000)}`,
    'x'.repeat(10_000),
    '__proto__',
    "'; drop table x",
  ],
];

/** What people ask afterwards; whoever gets the apology has lost the conversation. */
const AFTERWARDS = ['cases all', 'case 1', 'case 1 note still here', smallPaste('after'), 'forget case 1', 'help'];
const APOLOGY = /could not read this one|没能读完/;

/** Odd names, titles and notes: they are kept, and the conversation goes on. */
export const hostileWrites: Scenario = {
  name: 'writes',
  about: 'authors, titles and notes that were made to break something',
  sparesOthers: true,
  play: async (stage) => {
    const tallies = await Promise.all(NAMES.map((name, index) => writeAndLook(name, index, stage)));
    return { tally: sum(tallies) };
  },
};

async function writeAndLook(name: string, index: number, { channel, crowd }: Stage) {
  const conversation = `write${index % 4}:c${index}`;
  const from = { id: `29:w${index}`, name };
  const texts = ['case new Freeze', 'case 1 take it', `case 1 title ${name}`, `case 1 note ${name}`, ...AFTERWARDS];
  const said = [];
  for (const text of texts) {
    const one = await crowd.say(conversation, { text, from });
    await channel.until(() => crowd.waited(one) !== null, 30_000);
    said.push(one);
  }
  const { sent, answered, twice } = await crowd.tally(said, 5_000);
  const isSorry = ({ id }: { id: string }) =>
    channel.taken.some(({ replyTo, text }) => replyTo === id && APOLOGY.test(text));
  const sorry = said.filter(isSorry).length;
  return { sent, answered: answered - sorry, lost: sent - answered + sorry, twice };
}

const FIELDS = ['type', 'id', 'from', 'recipient', 'conversation', 'text', 'entities', 'attachments', 'channelData'];
const VALUES = [
  null,
  '',
  'x'.repeat(5000),
  '\u0000',
  '\ud800',
  17,
  [],
  {},
  [[[]]],
  { id: '' },
  { id: 'x', name: 7 },
  true,
];

/** Activities that are none: each gets a status that says so, and nothing fails. */
export const malformed: Scenario = {
  name: 'malformed',
  about: 'activities with fields of any kind',
  sparesOthers: true,
  play: async ({ channel, crowd, random, isShort }) => {
    const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
    const bodies = upTo(isShort ? 150 : 1500).map((index) => {
      const base = { type: 'message', id: `odd${index}`, channelId: 'msteams', serviceUrl: channel.url, text: 'help' };
      const who = { from: { id: '29:odd' }, recipient: { id: '28:bot' }, conversation: { id: `odd:c${index}` } };
      return { ...base, ...who, [pick(FIELDS)]: pick(VALUES), [pick(FIELDS)]: pick(VALUES) };
    });
    let failed = 0;
    for (const body of bodies) {
      const status = await crowd.post(body, 60_000);
      if (status === 0 || (status >= 500 && status !== 501)) {
        failed++;
      }
    }
    return { tally: { sent: bodies.length, answered: bodies.length - failed, lost: failed, twice: 0 } };
  },
};
