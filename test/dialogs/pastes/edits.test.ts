import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { FileRead } from '#src/ports/file-reader.ts';
import { type MemoryState, openMemoryState } from '../../support/memory-state.ts';
import { speakIn } from '../speak.ts';

let state: MemoryState;
before(async () => {
  state = await openMemoryState();
});
after(() => state.close());

const NAMES: Readonly<Record<string, string>> = {
  d1: 'DRIVER_IRQL_NOT_LESS_OR_EQUAL',
  50: 'PAGE_FAULT_IN_NONPAGED_AREA',
  '1a': 'MEMORY_MANAGEMENT',
};
const dump = (code: string, first = 'ffffb00812345678') => `2: kd> !analyze -v
${NAMES[code]} (${code})
Arguments:
Arg1: ${first}, the first
Arg2: 0000000000000002, the second
Arg3: 0000000000000000, the third
Arg4: fffff80766554433, the fourth`;
const here = (conversation: string) => ({ tenant: 't', conversation });
const caseIn = async (conversation: string, number = 1) => (await state.cases.find(here(conversation), number))?.case;
const dumpsIn = async (conversation: string, number = 1) =>
  (await caseIn(conversation, number))?.summary.crashes.map(({ id, code }) => `${id} ${code}`);
const textsIn = async (conversation: string) => {
  const ids = (await caseIn(conversation))?.pastes ?? [];
  return (await state.cases.pastes(here(conversation), ids)).map(({ text }) => text).join('\n');
};
const EDIT = { kind: 'edit' } as const;
const DELETE = { kind: 'delete' } as const;
const BACK = { kind: 'undelete' } as const;

test('an edited paste replaces the old one in its case, and the answer says what changed', async () => {
  const say = speakIn(state, 'edited');
  await say('case new Freeze');
  await say(`case 1\n${dump('d1')}`, { of: 'a' });
  await say(`case 1\n${dump('50')}`);
  const answer = await say(`case 1\n${dump('1a', '0000000000000403')}`, { of: 'a', ...EDIT });
  assert.match(answer, /Your edit is read in place of what you pasted before/);
  assert.match(answer, /c1 is now 0x1a MEMORY_MANAGEMENT \(was 0xd1 /);
  assert.deepEqual(await dumpsIn('edited'), ['c1 0x1a', 'c2 0x50']);
  assert.doesNotMatch(await textsIn('edited'), /DRIVER_IRQL/);
  assert.match(await say('case 1'), /Wei: edited what was pasted/);
});

test('the same edit delivered again does nothing more', async () => {
  const say = speakIn(state, 'again');
  await say('case new Freeze');
  await say(`case 1\n${dump('d1')}`, { of: 'a' });
  await say(`case 1\n${dump('50')}`, { of: 'a', ...EDIT });
  const version = (await caseIn('again'))?.version;
  assert.match(await say(`case 1\n${dump('50')}`, { of: 'a', ...EDIT }), /changes nothing of what I read/);
  assert.equal((await caseIn('again'))?.version, version);
  assert.deepEqual(await dumpsIn('again'), ['c1 0x50']);
});

test('an edit that adds a dump gives it a new number, one that takes one away keeps the others', async () => {
  const say = speakIn(state, 'grown');
  await say('case new Freeze');
  await say(`case 1\n${dump('d1')}`, { of: 'a' });
  await say(`case 1\n${dump('50')}`);
  assert.match(await say(`case 1\n${dump('d1')}\n\n${dump('1a')}`, { of: 'a', ...EDIT }), /New: c3 \(0x1a/);
  assert.deepEqual((await dumpsIn('grown'))?.sort(), ['c1 0xd1', 'c2 0x50', 'c3 0x1a']);
  assert.match(await say(`case 1\n${dump('d1')}`, { of: 'a', ...EDIT }), /c3 \(0x1a.*is no longer shown/);
  assert.deepEqual(await dumpsIn('grown'), ['c1 0xd1', 'c2 0x50']);
});

test('a dump that was taken out of a paste stays out of it when the paste is edited elsewhere', async () => {
  const say = speakIn(state, 'cut');
  await say('case new Freeze');
  const two = `${dump('d1')}\n\n${dump('50')}`;
  await say(`case 1\n${two}`, { of: 'a' });
  await say('case 1 remove c1 yes');
  await say(`case 1 second node\nafter the update\n${two}`, { of: 'a', ...EDIT });
  assert.deepEqual(await dumpsIn('cut'), ['c2 0x50']);
});

test('a paste whose edit names another case moves there', async () => {
  const say = speakIn(state, 'moved');
  await say('case new Freeze');
  await say('case new Hang');
  await say(`case 1\n${dump('d1')}`, { of: 'a' });
  const answer = await say(`case 2\n${dump('d1')}`, { of: 'a', ...EDIT });
  assert.match(answer, /Taken out of case 1/);
  assert.deepEqual(await dumpsIn('moved', 1), []);
  assert.deepEqual(await dumpsIn('moved', 2), ['c1 0xd1']);
});

test('a paste of no case is read anew, and joins the case that the edit names', async () => {
  const say = speakIn(state, 'loose');
  await say('case new Freeze');
  await say(dump('d1'), { of: 'a' });
  const answer = await say(dump('50'), { of: 'a', ...EDIT });
  assert.match(answer, /Your edit is read/);
  assert.match(answer, /0x50/);
  assert.deepEqual(await dumpsIn('loose'), []);
  await say(`case 1\n${dump('50')}`, { of: 'a', ...EDIT });
  assert.deepEqual(await dumpsIn('loose'), ['c1 0x50']);
});

test('what an edit leaves no debugger output of is deleted, and the answer says so', async () => {
  const say = speakIn(state, 'wiped');
  await say('case new Freeze');
  await say(`case 1\n${dump('d1')}`, { of: 'a' });
  await say(`case 1\n${dump('50')}`);
  const answer = await say('sorry, that was of another customer', { of: 'a', ...EDIT });
  assert.match(answer, /holds no debugger output any more/);
  assert.match(answer, /c1 \(0xd1.*is no longer shown/);
  assert.deepEqual(await dumpsIn('wiped'), ['c2 0x50']);
  assert.doesNotMatch(await textsIn('wiped'), /DRIVER_IRQL/);
});

test('files stay as they were read, whatever is edited beside them', async () => {
  const files: Readonly<Record<string, FileRead>> = { f: { kind: 'text', text: dump('d1') } };
  const say = speakIn(state, 'files', files);
  await say('case new Freeze');
  await say('case 1', { of: 'a', files: [{ name: 'a.txt', url: 'f' }] });
  assert.match(await say('case 1 from node 2', { of: 'a', ...EDIT }), /No dump and no verdict changed/);
  assert.deepEqual(await dumpsIn('files'), ['c1 0xd1']);
  assert.match(await textsIn('files'), /from node 2\n2: kd/);
});

test('a command that was not understood is carried out once its edit makes sense', async () => {
  const say = speakIn(state, 'typos');
  await say('case new Freeze');
  for (const [name, wrong, right, done] of [
    ['a', 'case 1 severty A', 'case 1 severity A', /severity is now A/],
    ['b', 'case 1 owner', 'case 1 owner Li Lei', /owner is now Li Lei/],
    ['c', 'folow-ups at 09:00', 'follow-ups at 09:00 UTC', /Follow-ups at 09:00 UTC/],
    ['d', '案例 1 备注', '案例 1 备注 已联系客户', /已记录：已联系客户/],
    ['e', 'case new <title>', 'case new Second', /Case 2 is open/],
    ['f', 'case 1 close with <outcome>', 'case 1 close with cable replaced', /closed: cable replaced/],
  ] as const) {
    await say(wrong, { of: name });
    assert.match(await say(right, { of: name, ...EDIT }), done, right);
  }
});

test('a command that was carried out is not repeated, and a changed meaning is told', async () => {
  const say = speakIn(state, 'done');
  await say('case new Freeze', { of: 'n' });
  await say('case 1 severity A', { of: 's' });
  await say('case 1 severity C');
  assert.match(await say('case 1 severity A please', { of: 's', ...EDIT }), /done when the message was sent/);
  const other = await say('case 1 severity B', { of: 's', ...EDIT });
  assert.match(
    other,
    /Case 1 stays as the message left it when it was sent \([^:]*severity[^:]* A\)\..*send it as a new message/,
  );
  assert.match(await say('案例 1 级别 B', { of: 's', ...EDIT }), /编辑过的命令不会再次执行/);
  assert.match(await say('case new Freezing', { of: 'n', ...EDIT }), /not carried out again/);
  assert.equal((await caseIn('done'))?.severity, 'C');
  assert.equal((await state.cases.list(here('done'))).length, 1);
  await say('follow-ups at 09:00 UTC', { of: 'f' });
  assert.match(await say('follow-ups at 10:00 UTC', { of: 'f', ...EDIT }), /A command is carried out once/);
  assert.equal((await state.followUps.find(here('done')))?.setting.time, '09:00');
});

test('a deleted message takes its paste and its dump with it, and the timeline tells', async () => {
  const say = speakIn(state, 'deleted');
  await say('case new Freeze');
  await say(`case 1\n${dump('d1')}`, { of: 'a' });
  await say(`case 1\n${dump('50')}`, { of: 'b' });
  const answer = await say('', { of: 'a', ...DELETE });
  assert.match(answer, /paste of case 1: its text is deleted, and c1 with it\. The other dumps keep their numbers/);
  assert.deepEqual(await dumpsIn('deleted'), ['c2 0x50']);
  assert.doesNotMatch(await textsIn('deleted'), /DRIVER_IRQL/);
  assert.match(await say('case 1'), /deleted a paste, and c1 with it/);
  assert.equal(await say('', { of: 'a', ...DELETE }), '', 'a second delivery finds nothing');
  assert.match(await say('', { of: 'b', ...DELETE }), /its text is deleted, and c2 with it\.(?! The other)/);
});

test('a deleted message of no case is forgotten, without a word', async () => {
  const say = speakIn(state, 'quiet');
  await say(dump('d1'), { of: 'a' });
  assert.equal(await say('', { of: 'a', ...DELETE }), '');
  assert.deepEqual(await state.cases.pastes(here('quiet'), ['quiet 0']), []);
  await say('hello', { of: 'b' });
  assert.equal(await say('', { of: 'b', ...DELETE }), '');
});

test('the first part of a dump, deleted, stands in what was kept of its second part no more', async () => {
  const say = speakIn(state, 'parts');
  const whole = `${dump('d1')}\n\nSTACK_TEXT:\nffffd000\`1234a0e8 fffff801\`3ed5d66d : 00000000\`0000000a fffff800\`12345678 00000000\`00000002 00000000\`00000000 : nt!KeBugCheckEx`;
  const cut = whole.indexOf('ffffd000');
  await say(whole.slice(0, cut), { of: 'a' });
  await say(whole.slice(cut));
  await say('', { of: 'a', ...DELETE });
  const [kept] = await state.cases.pastes(here('parts'), ['parts 1']);
  assert.ok(kept?.text.startsWith('ffffd000'), kept?.text);
});

test('the text of a note goes with its message; that there was one stays told', async () => {
  const say = speakIn(state, 'note');
  await say('case new Freeze');
  await say('case 1 note the password is on the desk', { of: 'a' });
  assert.match(await say('', { of: 'a', ...DELETE }), /note of case 1: its text is deleted/);
  const shown = await say('case 1');
  assert.doesNotMatch(shown, /password/);
  assert.match(shown, /Wei: note deleted with its message/);
});

test('what a deleted command did stays done', async () => {
  const say = speakIn(state, 'stays');
  await say('case new Freeze', { of: 'a' });
  await say('case 1 severity A', { of: 'b' });
  assert.equal(await say('', { of: 'b', ...DELETE }), '');
  assert.equal(await say('', { of: 'a', ...DELETE }), '');
  assert.equal((await caseIn('stays'))?.severity, 'A');
});

test('a message that is brought back brings its paste back into its case', async () => {
  const say = speakIn(state, 'back');
  await say('case new Freeze');
  await say(`case 1\n${dump('d1')}`, { of: 'a' });
  await say('', { of: 'a', ...DELETE });
  assert.match(await say(`case 1\n${dump('d1')}`, { of: 'a', ...BACK }), /The message is back/);
  assert.deepEqual(await dumpsIn('back'), ['c2 0xd1']);
  await say('case 1 severity A', { of: 'b' });
  assert.equal(await say('case 1 severity A', { of: 'b', ...BACK }), '');
});

test('where a message comes back without its text, it has to be pasted again', async () => {
  const say = speakIn(state, 'empty');
  await say('case new Freeze');
  await say(`case 1\n${dump('d1')}`, { of: 'a' });
  await say('', { of: 'a', ...DELETE });
  assert.match(await say('', { of: 'a', ...BACK }), /Paste it again/);
});

test('a paste that is deleted leaves a closed case closed', async () => {
  const say = speakIn(state, 'closed');
  await say('case new Freeze');
  await say(`case 1\n${dump('d1')}`, { of: 'a' });
  await say('case 1 close with driver removed');
  assert.match(await say('', { of: 'a', ...DELETE }), /c1 with it/);
  const it = await caseIn('closed');
  assert.deepEqual([it?.status, it?.pastes.length], ['closed', 0]);
});
