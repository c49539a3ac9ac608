import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { answerPress } from '#dialogs/pressing/press.ts';
import { isPlaceholder } from '#src/cases/placeholder.ts';
import { cardText } from '../bot/an-action.ts';
import { inlineTools } from '../conversations/inline-tools.ts';
import { type MemoryState, openMemoryState } from '../support/memory-state.ts';
import { speakIn } from './speak.ts';

let state: MemoryState;
before(async () => {
  state = await openMemoryState();
});
after(() => state.close());

test('what only stands for a value is told from a value, in whatever brackets and however often escaped', () => {
  for (const text of [
    '<outcome>',
    ' <结论> ',
    '‹title›',
    '＜标题＞',
    '〈姓名〉',
    '&lt;outcome&gt;',
    '&amp;lt;outcome&amp;gt;',
    '&#60;title&#62;',
    '"<name>".',
    '<title> <number>',
    '[title]',
    '【标题】',
    '(name)',
    '{{outcome}}',
    '%TITLE%',
    '…',
    '...',
    '……',
    '___',
    '?',
    'XXX',
    'Outcome',
    '结果。',
    '「结果」',
    '“outcome”',
  ]) {
    assert.ok(isPlaceholder(text), text);
  }
  for (const text of [
    'Leak in std::vector<Frame> since 24H2',
    'page <b> hangs',
    '[Contoso] freezes',
    '[Contoso]',
    '《部署手册》修订后蓝屏',
    'a < b',
    '+1',
    'no crash since.',
    '已更换内存。',
    '(see mail)',
    'X',
    '',
  ]) {
    assert.ok(!isPlaceholder(text), text);
  }
});

const EVERYTHING = [
  'note',
  'title',
  'owner',
  'number',
  'close with',
  'next follow-up',
  '备注',
  '标题',
  '负责人',
  '编号',
];

test('a command with a placeholder in it asks for the value, shows an example and changes nothing', async () => {
  const say = speakIn(state, 'placeholders');
  const here = { tenant: 't', conversation: 'placeholders' };
  await say('case new Freeze while copying');
  const before = await state.cases.list(here);
  const placeholders = ['<value>', '‹…›', '＜值＞', '&lt;value&gt;', '…', '...', '[text]', '<值>'];
  for (const verb of [...EVERYTHING, '关闭', '结案', 'close', 'resolved as', 'rename to', '下次跟进']) {
    for (const placeholder of placeholders) {
      for (const head of ['case 1', '案例 1', '案例１']) {
        const answer = await say(`${head} ${verb} ${placeholder}`);
        assert.match(answer, /case [13] \w|案例 [13] \S/, `${head} ${verb} ${placeholder}: ${answer}`);
        assert.doesNotMatch(answer, /\n./, answer);
        assert.deepEqual(await state.cases.list(here), before, `${head} ${verb} ${placeholder}`);
      }
    }
  }
});

test('a case is opened under a title, never under a placeholder of one', async () => {
  const say = speakIn(state, 'untitled');
  for (const title of ['<title>', '<title>.', '&lt;title&gt;', '[title]', '…', '<标题>', '＜标题＞']) {
    assert.match(await say(`case new ${title}`), /For example: case new|例如：新建案例/);
    assert.match(await say(`新建案例 ${title}`), /例如：新建案例/);
  }
  assert.deepEqual(await state.cases.list({ tenant: 't', conversation: 'untitled' }), []);
  assert.match(await say('case new Vector<int> grows without bound'), /Case 1 is open/);
});

test('a placeholder where a number belongs is asked for, and so are a stop code and a time', async () => {
  const say = speakIn(state, 'numbers');
  await say('case new Freeze');
  for (const text of [
    'case <number> archive',
    'report <n>',
    'forget case [number]',
    'case &lt;number&gt; severity A',
  ]) {
    assert.match(await say(text), /^Which case\?.*case 3 archive/, text);
  }
  assert.match(await say('案例 <编号> 归档'), /^哪个案例？.*案例 3 归档/);
  assert.match(await say('case 1 remove <dump>'), /case 3 remove c2/);
  assert.match(await say('case 1 <debugger output>'), /case 3/);
  assert.match(await say('explain <code>'), /explain 0x9f 3/);
  assert.match(await say('解释 <代码>'), /解释 0x9f 3/);
  assert.match(await say('follow-ups at <time>'), /09:00/);
  assert.equal((await state.cases.find({ tenant: 't', conversation: 'numbers' }, 1))?.case.version, 1);
  assert.equal(await state.followUps.find({ tenant: 't', conversation: 'numbers' }), null);
});

test('what was left as it stood in the form of a card is asked for too', async () => {
  const say = speakIn(state, 'form');
  await say('case new Freeze');
  const press = async (data: object) => {
    const target = { tenant: 't', conversation: 'form', reference: {} };
    const author = { id: '29:kim', name: 'Kim' };
    const pressed = { id: JSON.stringify(data), target, author, language: 'en' as const, data };
    return cardText(
      await answerPress(
        pressed,
        inlineTools(state, () => new Date('2026-11-23T05:00:00Z')),
      ),
    );
  };
  const on = { case: 1, version: 1 };
  assert.match(await press({ verb: 'case.close', ...on, outcome: '<outcome>' }), /How did it end\? For example/);
  assert.match(
    await press({ verb: 'case.save', ...on, title: '<title>', note: '…' }),
    /Which title\?.*\n?.*Which note\?/s,
  );
  assert.equal((await state.cases.find({ tenant: 't', conversation: 'form' }, 1))?.case.version, 1);
});

test('who asks whether a case is closed does not close it', async () => {
  const say = speakIn(state, 'asked');
  await say('case new Freeze');
  for (const text of [
    'case 1 closed?',
    'case 1 archived?',
    '案例 1 关闭了吗',
    '案例 1 已归档？',
    '案例 1 结案了吗？',
  ]) {
    assert.match(await say(text), /Status: open|状态：打开/, text);
  }
  assert.match(await say('case 1 close with driver removed?'), /How did it end/);
  assert.match(await say('案例 1 关闭了。'), /请说明结果/);
  assert.equal((await state.cases.find({ tenant: 't', conversation: 'asked' }, 1))?.case.version, 1);
});
