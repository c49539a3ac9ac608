import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { converse } from '#dialogs/index.ts';
import type { FileRead } from '#src/ports/file-reader.ts';
import type { Message } from '#src/ports/message.ts';
import { aDump } from '../../bot/a-dump.ts';
import { answerText } from '../../conversations/answer-text.ts';
import { inlineTools } from '../../conversations/inline-tools.ts';
import { type MemoryState, openMemoryState, testClock } from '../../support/memory-state.ts';

const FIELDS = `0: kd> !analyze -v
PAGE_FAULT_IN_NONPAGED_AREA (50)
Arguments:
Arg1: ffffb00812345678, memory referenced.
Arg2: 0000000000000000, value 0 = read operation
Arg3: fffff80562341092, address which referenced memory
Arg4: 0000000000000002, (reserved)`;
const REST = 'PROCESS_NAME:  System\nMODULE_NAME: quarkflt\nIMAGE_NAME:  quarkflt.sys';
const OTHER = `SYSTEM_SERVICE_EXCEPTION (3b)
Arguments:
Arg1: 00000000c0000005
Arg2: fffff80471112223
Arg3: ffffb70f55667788
Arg4: 0`;
const FILES: Readonly<Record<string, FileRead>> = { dump: { kind: 'text', text: aDump() } };

let state: MemoryState;
const clock = testClock('2026-11-23T02:00:00.000Z');
before(async () => {
  state = await openMemoryState();
});
after(() => state.close());

let turns = 0;
/** Says something and counts how often it was diagnosed. */
async function count(conversation: string, text: string, files: Message['files'] = []): Promise<[number, string]> {
  const message: Message = {
    ...{ kind: 'message', scope: 'personal', locale: 'en-US', unreadable: [] },
    author: { id: '29:wei', name: 'Wei' },
    text,
    files,
  };
  const target = { tenant: 't', conversation, reference: {} };
  const tools = inlineTools(state, clock.now, FILES);
  let diagnosed = 0;
  const diagnose: typeof tools.diagnose = (pastes) => {
    diagnosed += 1;
    return tools.diagnose(pastes);
  };
  const turn = { id: `d${++turns}`, target, language: 'en' as const, message };
  const answer = await converse(turn, { ...tools, diagnose });
  return [diagnosed, answerText(answer)];
}

const ATTACHED = [{ name: 'session.log', url: 'dump' }];

/** Each in a conversation of its own: what is said, how often the last of it is diagnosed, and what is answered. */
const STORIES: readonly (readonly [what: string, said: readonly string[], times: number, answer: RegExp])[] = [
  ['a dump', [FIELDS], 1, /0x50/],
  ['no dump', ['nothing of interest'], 1, /no debugger output/],
  ['the rest of a dump', [FIELDS, REST], 1, /Read as the next part/],
  ['another dump after one', [FIELDS, OTHER], 2, /0x3b/],
  ['a dump that names its case', ['case new A', `case 1\n${FIELDS}`], 2, /Case 1: A/],
  ['the rest of a dump of a case', ['case new A', `case 1\n${FIELDS}`, REST], 2, /Read as the next part/],
  ['the rest of one that names the case again', ['case new A', `case 1\n${FIELDS}`, `case 1\n${REST}`], 1, /Case 1: A/],
  ['another dump after one of a case', ['case new A', `case 1\n${FIELDS}`, OTHER], 2, /0x3b/],
  ['a case with a dump below its title', [`case new A\n${FIELDS}`], 2, /Case 1: A/],
  ['a note with a dump below it', ['case new A', `case 1 note seen again\n${FIELDS}`], 2, /seen again/],
  ['a dump below the word closed', ['case new A', `case 1 resolved symbols\n${FIELDS}`], 2, /0x50/],
  [
    'a stop code in the line of a case',
    ['case new A', 'case 1 BugCheck 9F, {3, ffffe000, fffff802, ffffe001}'],
    2,
    /0x9f/,
  ],
  ['a dump for a case that is not there', [`case 9\n${FIELDS}`], 1, /There is no case 9/],
];

for (const [what, said, times, answer] of STORIES) {
  test(`diagnosed ${times === 1 ? 'once' : 'twice'}: ${what}`, async () => {
    for (const earlier of said.slice(0, -1)) {
      await count(what, earlier);
    }
    const [diagnosed, text] = await count(what, said.at(-1) ?? '');
    assert.match(text, answer);
    assert.equal(diagnosed, times);
  });
}

test('diagnosed twice at most: a file, with and without a case', async () => {
  await count('files', 'case new A');
  for (const text of ['', 'case 1', 'case 1 note from the lab', 'see the log', 'case 9 note nobody']) {
    const [diagnosed] = await count('files', text, ATTACHED);
    assert.ok(diagnosed >= 1 && diagnosed <= 2, `"${text}": ${diagnosed} times`);
  }
});
