import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { converse } from '#dialogs/index.ts';
import type { Message } from '#src/ports/message.ts';
import { answerText } from '../../conversations/answer-text.ts';
import { inlineTools } from '../../conversations/inline-tools.ts';
import { type MemoryState, openMemoryState, testClock } from '../../support/memory-state.ts';

/** A dump in two messages, cut in the middle of its registers, the way Teams makes people send it. */
const LINES = readFileSync(
  new URL('../../crashes/null-read-in-third-party-driver/paste.txt', import.meta.url),
  'utf8',
).split('\n');
const HALF = Math.floor(LINES.length / 2);
const FIRST = LINES.slice(0, HALF).join('\n');
const SECOND = LINES.slice(HALF).join('\n');
const TOGETHER = /Read as the next part of what you pasted just before/;

let state: MemoryState;
const clock = testClock('2026-11-23T02:00:00.000Z');
before(async () => {
  state = await openMemoryState();
});
after(() => state.close());

let said = 0;
async function say(text: string, conversation: string, name = 'Wei'): Promise<string> {
  const author = { id: name, name };
  const message: Message = {
    kind: 'message',
    scope: 'personal',
    text,
    locale: 'en-US',
    files: [],
    unreadable: [],
    author,
  };
  const target = { tenant: 't', conversation, reference: {} };
  const turn = { id: `p${++said}`, target, language: 'en' as const, message };
  return answerText(await converse(turn, inlineTools(state, clock.now)));
}

test('the rest of a dump of a case belongs to it without saying so', async () => {
  await say('case new Freeze', 'a');
  await say(`case 1\n${FIRST}`, 'a');
  clock.pass(3);
  const answer = await say(SECOND, 'a');
  assert.match(answer, TOGETHER);
  assert.match(answer, /this adds to c1 \(0xd1\)/);
  assert.match(answer, /paste 1, line 2 to paste 2, line \d+/);
  assert.match(await say('case 1', 'a'), /Dumps \(1\)/);
});

test('without a case it is read with the message before it, in three parts too', async () => {
  const third = Math.floor(LINES.length / 3);
  assert.match(await say(LINES.slice(0, third).join('\n'), 'b'), /0xd1/);
  assert.match(await say(LINES.slice(third, 2 * third).join('\n'), 'b'), TOGETHER);
  const last = await say(LINES.slice(2 * third).join('\n'), 'b');
  assert.match(last, TOGETHER);
  assert.match(last, /0xd1 DRIVER_IRQL_NOT_LESS_OR_EQUAL/);
  assert.match(last, /Suspect: acmecap\.sys \(high confidence\)/);
});

test('another person, a later hour and a dump of its own begin anew', async () => {
  await say('case new Freeze', 'c');
  await say(`case 1\n${FIRST}`, 'c');
  assert.doesNotMatch(await say(SECOND, 'c', 'Li'), TOGETHER);
  assert.doesNotMatch(await say(LINES.join('\n'), 'c'), /Case 1: Freeze/);
  clock.pass(11);
  assert.doesNotMatch(await say(SECOND, 'c'), TOGETHER);
});

test('in another thread of a channel it is another matter', async () => {
  await say(FIRST, '19:t;messageid=1');
  assert.doesNotMatch(await say(SECOND, '19:t;messageid=2'), TOGETHER);
});

test('a short number of a customer is looked for before the paste only, and "in case 1" names no case', async () => {
  await say('case new Freeze', 'd');
  await say('case 1 number 0002', 'd');
  assert.doesNotMatch(await say(`${'.\n'.repeat(300)}${LINES.join('\n')}\n0002`, 'd'), /Case 1/);
  assert.doesNotMatch(await say(`It is so in case 1 of our tries.\n${LINES.join('\n')}`, 'd'), /Case 1 · 0002: /);
  assert.match(await say(`Re: 0002\n${LINES.join('\n')}`, 'd'), /Case 1 · 0002: Freeze/);
});

const FIELDS = `0: kd> !analyze -v
PAGE_FAULT_IN_NONPAGED_AREA (50)
Arguments:
Arg1: ffffb00812345678, memory referenced.
Arg2: 0000000000000000, value 0 = read operation
Arg3: fffff80562341092, address which referenced memory
Arg4: 0000000000000002, (reserved)`;
const NAMES = 'PROCESS_NAME:  System\nMODULE_NAME: quarkflt\nIMAGE_NAME:  quarkflt.sys';
const stackOf = (code: string) => `STACK_TEXT:
ffffb70f\`a3c00fd0 fffff802\`4b1c2d00 : 00000000\`${code.padStart(8, '0')} ffffb008\`12345678 00000000\`00000000 fffff805\`62341092 : nt!KeBugCheckEx
ffffb70f\`a3c010d0 fffff802\`4b1c3d00 : 00000000\`00000000 00000000\`00000000 00000000\`00000000 00000000\`00000000 : nt!MiSystemFault+0x1b4
ffffb70f\`a3c01120 fffff805\`62341092 : 00000000\`00000000 00000000\`00000000 00000000\`00000000 00000000\`00000000 : quarkflt+0x1092`;

test('fields without an address and a stack under its heading are further parts like any other', async () => {
  await say(FIELDS, 'five');
  for (const part of [NAMES, ...stackOf('50').split(/\n(?=.*MiSystemFault)/)]) {
    const answer = await say(part, 'five');
    assert.match(answer, TOGETHER);
    assert.match(answer, /0x50 PAGE_FAULT_IN_NONPAGED_AREA/);
  }
});

test('a dump that was cut in its very header is one', async () => {
  const lines =
    `${FIELDS.replace('Arguments:', 'The memory that was asked for is not there.\nNo handler may help it.\nArguments:')}\n${NAMES}`.split(
      '\n',
    );
  for (const cut of [2, 3, 4, 5, 6]) {
    await say(lines.slice(0, cut).join('\n'), `header ${cut}`);
    const answer = await say(lines.slice(cut).join('\n'), `header ${cut}`);
    assert.match(answer, TOGETHER, `cut at ${cut}`);
    assert.match(answer, /Suspect: quarkflt\.sys/);
  }
});

test('another dump behind a header that was cut is not taken for its arguments', async () => {
  for (const above of ['', 'dump 2\n', 'and the other machine:\n']) {
    await say('PAGE_FAULT_IN_NONPAGED_AREA (50)\nNo handler may help it.', `cut${above}`);
    const other = `${above}SYSTEM_SERVICE_EXCEPTION (3b)\nArguments:\nArg1: 00000000c0000005\nArg2: fffff80471112223\nArg3: ffffb70f55667788\nArg4: 0`;
    assert.doesNotMatch(await say(other, `cut${above}`), /0x50/, above);
  }
});

test('a stack that ends in another stop than the one before it is a dump of its own', async () => {
  await say(FIELDS, 'two stops');
  // Shared addresses would say that it is the same dump after all.
  const other = stackOf('3b')
    .replaceAll('quarkflt', 'voxflt')
    .replaceAll('12345678', '55667788')
    .replaceAll('62341092', '71112223');
  const answer = await say(other, 'two stops');
  assert.doesNotMatch(answer, TOGETHER);
  assert.match(answer, /0x3b SYSTEM_SERVICE_EXCEPTION/);
});
