import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FileRead } from '#src/ports/file-reader.ts';
import type { Unreadable } from '#src/ports/message.ts';
import { type MemoryState, openMemoryState } from '../support/memory-state.ts';
import { speakIn } from './speak.ts';

let state: MemoryState;
before(async () => {
  state = await openMemoryState();
});
after(() => state.close());

const DUMP = `2: kd> !analyze -v
DRIVER_IRQL_NOT_LESS_OR_EQUAL (d1)
Arguments:
Arg1: ffffb00812345678, memory referenced
Arg2: 0000000000000002, IRQL
Arg3: 0000000000000000, value 0 = read operation, 1 = write operation
Arg4: fffff80766554433, address which referenced memory`;
const REMARKS = 'The host was moved to another rack on Tuesday.\nSince then it restarts at night.';

const FILES: Readonly<Record<string, FileRead>> = {
  dump: { kind: 'text', text: DUMP },
  remarks: { kind: 'text', text: REMARKS },
  empty: { kind: 'text', text: ' \r\n' },
  zip: { kind: 'refused', reason: 'not-text' },
};
const file = (name: string, url: string) => ({ name, url });
const cannot = (name: string | null, reason: Unreadable['reason']) => ({ name, reason });
const caseIn = async (conversation: string, number = 1) =>
  (await state.cases.find({ tenant: 't', conversation }, number))?.case;

const COMMANDS = [
  'case 1',
  'case 1 note called them',
  'case 1 severity A',
  'case 1 owner Li',
  'case 1 title Hang',
  'case 1 waiting for vendor',
  'case 1 next follow-up in 3 days',
  'case 1 next follow-up <day>',
  'case 1 close',
  'case 1 archive',
  'case 1 reopen',
  'case 1 close with cable replaced',
  'case 1 reanalyse',
  'case 1 remove c7',
  'case 1 hmm',
  'case 7 note nobody',
  'report 1',
  'report 1 file',
  'draft follow-up 1',
  'collect 1',
  'forget case 1',
  'case new Another one',
  'case new <title>',
  'open case Third\nfound in the lab',
  'cases',
  'my cases',
  'case <number> archive',
  'help',
  'hello',
  'thanks',
  'explain 0x9f',
  'follow-ups',
  'follow-ups at 09:00 UTC',
  'follow-ups off',
  'what about the other one',
  '案例 1 备注 已联系客户',
  '新建案例 死机',
  '帮助',
];

test('a dump, a picture or an archive beside any command is mentioned by name, with what to do instead', async () => {
  const say = speakIn(state, 'mentioned', FILES);
  await say('case new Freeze');
  for (const text of COMMANDS) {
    const unreadable = [cannot('MEMORY.DMP', 'dump'), cannot('screen.png', 'picture')];
    const answer = await say(text, { unreadable, files: [file('logs.zip', 'zip')] });
    assert.match(answer, /MEMORY\.DMP.*WinDbg/s, text);
    assert.match(answer, /screen\.png/, text);
    assert.match(answer, /logs\.zip/, text);
  }
});

test('a note and the file sent with it are both kept, and the answer says so', async () => {
  const say = speakIn(state, 'note', FILES);
  await say('case new Freeze');
  const answer = await say('case 1 note second node of the cluster', { files: [file('node2.txt', 'dump')] });
  assert.match(answer, /Noted: second node of the cluster/);
  assert.match(answer, /Added from "node2\.txt"/);
  assert.match(answer, /0xd1 DRIVER_IRQL_NOT_LESS_OR_EQUAL/);
  const it = await caseIn('note');
  assert.deepEqual(
    it?.events.map(({ what }) => what.kind),
    ['created', 'noted', 'dump-added'],
  );
});

test('whatever is done to a case, a readable file beside it joins the case', async () => {
  for (const text of ['case 1', 'case 1 severity A', 'case 1 archive', 'case 1 reanalyse', 'report 1', '案例 1']) {
    const say = speakIn(state, `joins ${text}`, FILES);
    await say('case new Freeze');
    const answer = await say(text, { files: [file('a.txt', 'dump'), file('lm.txt', 'remarks')] });
    assert.match(answer, /"a\.txt", "lm\.txt"|“a\.txt”、“lm\.txt”/, text);
    const it = await caseIn(`joins ${text}`);
    assert.equal(it?.summary.crashes.length, 1, text);
  }
});

test('a file without a dump joins its case too, and is not taken for one', async () => {
  const say = speakIn(state, 'remarks', FILES);
  await say('case new Freeze', { files: [file('lm.txt', 'remarks')] });
  const it = await caseIn('remarks');
  assert.equal(it?.pastes.length, 1);
  assert.equal(it?.summary.crashes.length, 0);
  assert.match(await say('case 1', { files: [file('a.txt', 'dump')] }), /0xd1/);
});

test('each of several files is accounted for, whatever became of it', async () => {
  const say = speakIn(state, 'several', FILES);
  const files = [file('one.txt', 'dump'), file('void.log', 'empty'), file('two.zip', 'zip'), file('late.txt', 'gone')];
  const answer = await say('case new Freeze', { files, unreadable: [cannot('full.dmp', 'dump')] });
  assert.match(answer, /Added from "one\.txt"/);
  assert.match(answer, /"void\.log" is empty/);
  assert.match(answer, /"two\.zip" is not a text file/);
  assert.match(answer, /"late\.txt" could not be downloaded/);
  assert.match(answer, /"full\.dmp" is a memory dump/);
});

test('of very many attachments every name is told', async () => {
  const say = speakIn(state, 'many', FILES);
  const files = Array.from({ length: 13 }, (_, index) => file(`part-${index}.txt`, 'dump'));
  const unreadable = Array.from({ length: 6 }, (_, index) => cannot(`mini-${index}.dmp`, 'dump'));
  const answer = await say('case new Freeze', { files, unreadable });
  for (const name of [...files, ...unreadable].map((each) => `${each.name}`)) {
    assert.ok(answer.includes(name), name);
  }
});

test('a file that came with a command which is not carried out is not lost in silence', async () => {
  const say = speakIn(state, 'unclear', FILES);
  await say('case new Freeze');
  for (const text of [
    'case 1 close',
    'case 1 severity high',
    'forget case 1',
    'case new <title>',
    '案例 1 负责人 <姓名>',
  ]) {
    const answer = await say(text, { files: [file('later.txt', 'dump')] });
    assert.match(answer, /later\.txt.*(?:was not read|未读取)/, text);
  }
  const elsewhere = await say('case 8 note wrong number', { files: [file('later.txt', 'dump')] });
  assert.match(elsewhere, /There is no case 8/);
  assert.match(elsewhere, /0xd1/);
  assert.equal((await caseIn('unclear'))?.version, 1);
});

test('why a file was not read is said once, also beside a stop code in the line of a case', async () => {
  const say = speakIn(state, 'once', FILES);
  await say('case new Freeze');
  const files = [file('late.txt', 'gone'), file('two.zip', 'zip')];
  const answer = await say('case 1 BugCheck 9F, {3, ffffe000, fffff802, ffffe001}', { files });
  assert.match(answer, /0x9f/);
  assert.equal(answer.split('"late.txt" could not be downloaded').length, 2);
  assert.equal(answer.split('"two.zip" is not a text file').length, 2);
});

test('a title that is longer than a title is kept whole, below it', async () => {
  const say = speakIn(state, 'long', FILES);
  const long = `Server hangs ${'again and '.repeat(25)}again`;
  await say(`case new ${long}`);
  const it = await caseIn('long');
  assert.match(it?.title ?? '', /^Server hangs again and .{150,180}…$/);
  assert.ok(it?.events.some(({ what }) => what.kind === 'noted' && what.text === long));
  assert.match(await say(`case 1 title ${long}`), /at most 200 characters/);
  assert.match(await say(`case 1 close with ${'done '.repeat(300)}`), /at most 1000 characters/);
  const told = await say(`case new Freeze\n${'The customer tells much. '.repeat(300)}`);
  assert.match(told, /first 4000 characters are kept as a note/);
});
