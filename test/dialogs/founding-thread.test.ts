import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { z } from 'zod';
import { converse } from '#dialogs/index.ts';
import { answerText } from '../conversations/answer-text.ts';
import { inlineTools } from '../conversations/inline-tools.ts';
import { type MemoryState, openMemoryState, testClock } from '../support/memory-state.ts';
import { SHARED, withShared } from '../support/shared-folder.ts';

/** The founding thread as a case: its dumps pasted one after another, as they came in. */

const CASE = join(SHARED, 'case');

const Expected = z.object({
  dumps: z.array(
    z.object({ key: z.string(), mentions: z.array(z.object({ lines: z.tuple([z.number(), z.number()]) })) }),
  ),
});

let state: MemoryState;
const clock = testClock('2026-11-23T02:00:00.000Z');
before(async () => {
  state = await openMemoryState();
});
after(() => state.close());

let said = 0;
async function say(text: string, conversation: string): Promise<string> {
  clock.pass(60);
  const message = {
    kind: 'message' as const,
    scope: 'personal' as const,
    text,
    locale: 'en-US',
    files: [],
    unreadable: [],
  };
  const target = { tenant: 't', conversation, reference: {} };
  const author = { id: '29:wei', name: 'Wei' };
  const turn = { id: `f${++said}`, target, language: 'en' as const, message: { ...message, author } };
  return answerText(await converse(turn, inlineTools(state, clock.now)));
}

function mentions(): Record<string, string[]> {
  const lines = readFileSync(join(CASE, 'thread.txt'), 'utf8').split('\n');
  const { dumps } = Expected.parse(JSON.parse(readFileSync(join(CASE, 'expected.json'), 'utf8')));
  const cut = ([from, to]: readonly [number, number]) => lines.slice(from - 1, to).join('\n');
  return Object.fromEntries(dumps.map((dump) => [dump.key, dump.mentions.map((mention) => cut(mention.lines))]));
}

test('each dump is compared with those before it, and the cause is the same as of the first', withShared, async () => {
  const dump = mentions();
  await say('case new Blue screen while copying', 'founding');
  await say(`case 1\n${dump.d1?.[0]}`, 'founding');
  const second = await say(`case 1\n${dump['50']?.[0]}`, 'founding');
  assert.match(second, /Second dump, other bugcheck \(0x50 .*same cause as c1: .*0x94fd/);
  const third = await say(`case 1\n${dump.fc?.[1]}`, 'founding');
  assert.match(third, /Third dump, other bugcheck \(0xfc /);
  assert.doesNotMatch(third, /Suspect:/, 'nobody is accused on that day');
  const fourth = await say(`case 1\n${dump['1e']?.[0]}`, 'founding');
  assert.match(fourth, /vwifimf\.sys/);
  const more = await say(`case 1\n${dump.fc?.[0]}`, 'founding');
  assert.match(more, /c3 \(0xfc\)[^\n]*补充|this adds to c3 \(0xfc\)/);
  const shown = await say('case 1', 'founding');
  assert.match(shown, /Dumps \(4\)/);
  assert.match(shown, /c\d[^\n]*: vwifimf\.sys \((?:high|medium) confidence\)/);
  assert.match(await say('report 1 en', 'founding'), /points? to the driver vwifimf\.sys/);
});
