import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type RunningBot, startTestBot } from './a-bot.ts';
import { anActivity } from './an-activity.ts';

const DUMP = `0: kd> !analyze -v
*******************************************************************************
*                        Bugcheck Analysis                                    *
*******************************************************************************
DRIVER_IRQL_NOT_LESS_OR_EQUAL (d1)
Arguments:
Arg1: fffff80012345678, memory referenced
Arg2: 0000000000000002, IRQL
Arg3: 0000000000000000, value 0 = read operation, 1 = write operation
Arg4: fffff80011112222, address which referenced memory

STACK_TEXT:
ffffd000\`1234a0e8 fffff801\`3ed5d66d : 00000000\`0000000a fffff800\`12345678 00000000\`00000002 00000000\`00000000 : nt!KeBugCheckEx
ffffd000\`1234a0f0 fffff801\`3ed59513 : 00000000\`00000000 00000000\`00000000 00000000\`00000000 00000000\`00000000 : acmeflt+0x2222

SYMBOL_NAME:  acmeflt+2222
MODULE_NAME: acmeflt
IMAGE_NAME:  acmeflt.sys`;

let running: RunningBot;
before(async () => {
  running = await startTestBot();
});
after(() => running.stop());

test('a pasted dump is answered with a card in the conversation it came from', async () => {
  const activity = anActivity(running.connector.url, { id: 'm1', text: DUMP });
  const response = await running.post(activity);
  assert.equal(response.status, 200);
  const [sent] = await running.connector.taken(1);
  assert.equal(sent?.conversation, 'a:personal');
  assert.equal(sent?.activity.replyToId, 'm1');
  const wire = JSON.stringify(sent?.activity);
  assert.match(wire, /AdaptiveCard/);
  assert.match(wire, /0xd1/);
});
