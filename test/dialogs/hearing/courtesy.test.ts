import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readCaseCommand } from '#dialogs/hearing/case-command.ts';
import { withoutCourtesy } from '#dialogs/hearing/courtesy.ts';
import { dialogs } from '#dialogs/index.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { type MemoryState, openMemoryState } from '../../support/memory-state.ts';
import { speakIn } from '../speak.ts';

const knowledge = loadKnowledge();

/** Which dialog understands a message, and as what: the command itself stays in it. */
function understoodBy(text: string): string {
  const message = { kind: 'message', scope: 'personal', text, files: [], unreadable: [], locale: null } as const;
  const target = { tenant: 't', conversation: 'c', reference: {} };
  const turn = { id: '1', target, message, language: 'en' } as const;
  return dialogs.find(({ read }) => read(withoutCourtesy(text), turn, { knowledge }))?.name ?? 'none';
}

const BEFORE = [
  ...[
    'please ',
    'Please, ',
    'pls ',
    'kindly ',
    'can you ',
    'Could you please ',
    'would you please ',
    'please could you ',
  ],
  ...[
    'Hi, could you ',
    'hello Stopcode, please ',
    '请',
    '请您',
    '麻烦',
    '麻烦你',
    '帮我',
    '请帮我',
    '请帮忙',
    '能不能帮我',
  ],
  ...['能否', '可以帮我', '你能', '你好，请', '请问', '麻烦您帮我'],
];
const AFTER = [
  ...[
    ' please',
    ', please',
    ' pls.',
    ' please!',
    ' thanks',
    ', thanks!',
    '. Thank you.',
    ', many thanks',
    ' please, thanks',
  ],
  ...['，谢谢', '，谢谢！', '。谢谢您', '吧', '一下', '一下吧，谢谢', '好吗？', '，可以吗？', '，拜托了'],
];

const COMMANDS: readonly (readonly [command: string, dialog: string])[] = [
  ['help', 'help'],
  ['帮助', 'help'],
  ['explain 0x9f', 'explain'],
  ['解释 0x9f 3', 'explain'],
  ['turn off follow-ups', 'follow-ups'],
  ['turn off the follow-ups', 'follow-ups'],
  ['follow-ups at 09:00 Asia/Shanghai', 'follow-ups'],
  ['show the follow-ups', 'follow-ups'],
  ['关闭跟进提醒', 'follow-ups'],
  ['开启跟进提醒', 'follow-ups'],
  ['跟进提醒 09:00', 'follow-ups'],
  ['list my cases', 'cases'],
  ['show case 3', 'cases'],
  ['archive case 3', 'cases'],
  ['case 3 severity A', 'cases'],
  ['set case 3 severity to A', 'cases'],
  ['case 3 waiting for vendor', 'cases'],
  ['remind me of case 3 in 2 days', 'cases'],
  ['assign case 3 to Li Lei', 'cases'],
  ['report for case 3 in Chinese', 'cases'],
  ['forget case 3', 'cases'],
  ['查看案例 3', 'cases'],
  ['案例列表', 'cases'],
  ['归档案例 3', 'cases'],
  ['案例 3 归档', 'cases'],
  ['把案例 3 的级别改为 A', 'cases'],
  ['案例 3 等待厂商', 'cases'],
  ['案例 3 下次跟进 下周一', 'cases'],
  ['报告 3', 'cases'],
];

for (const [command, dialog] of COMMANDS) {
  test(`whoever asks politely for "${command}" is understood as whoever orders it`, () => {
    const { plain } = withoutCourtesy(command);
    assert.equal(understoodBy(command), dialog);
    for (const before of ['', ...BEFORE]) {
      for (const after of ['', ...AFTER]) {
        const polite = before + command + after;
        assert.equal(withoutCourtesy(polite).plain, plain, polite);
        assert.equal(understoodBy(polite), dialog, polite);
      }
    }
  });
}

test('what asks is ended by what asks: 可以……吗', () => {
  for (const text of ['可以帮我归档案例 3 吗？', '能不能归档案例 3 吗', '你能归档一下案例 3 吗，谢谢']) {
    assert.equal(withoutCourtesy(text).plain, '归档案例 3', text);
  }
  assert.equal(withoutCourtesy('案例 3 归档了吗？').plain, '案例 3 归档了吗？');
});

test('where nothing is said but courtesy, it stays', () => {
  for (const text of [
    'please',
    'thanks',
    'Thank you!',
    '谢谢',
    '请',
    '你好',
    '你好。',
    'Hello!',
    '拜托了',
    'can you',
    '吧',
  ]) {
    assert.deepEqual(withoutCourtesy(text), { text, plain: text });
  }
  for (const text of ['pleased to meet you', 'thanksgiving build', 'canyon.sys', '请求队列已满']) {
    assert.ok(withoutCourtesy(text).plain.length > 4, text);
  }
});

test('any text is read without an error, and nothing is put into it', () => {
  const words = fc.constantFrom('please ', '请', ' thanks', '谢谢', '吗', '一下', 'case 3 ', '\n', 'x', '。');
  fc.assert(
    fc.property(fc.array(words, { maxLength: 30 }), (parts) => {
      const said = parts.join('');
      const { text, plain } = withoutCourtesy(said);
      assert.ok(said.includes(text) && plain.length <= text.length);
    }),
  );
});

test('who asks whether a case can be archived does not archive it', () => {
  for (const text of [
    '案例 3 可以归档吗？',
    '案例 3 能归档了吗',
    '案例 3 能否归档？',
    '案例 3 可不可以归档',
    '可以归档案例 3 吗',
  ]) {
    const command = readCaseCommand(withoutCourtesy(text));
    assert.ok(command === null || (command.kind === 'of' && command.wish.kind === 'text'), text);
  }
});

let state: MemoryState;
test.before(async () => {
  state = await openMemoryState();
});
test.after(() => state.close());

test('titles, notes and outcomes keep their words, asked for politely or not', async () => {
  const say = speakIn(state, 'kept words');
  assert.match(await say('Could you please open a case Freeze on resume, please'), /Freeze on resume, please/);
  assert.match(await say('case 1 note please call back'), /Noted: please call back/);
  assert.match(
    await say('please, case 1 note: vendor asks: reboot please, thanks'),
    /vendor asks: reboot please, thanks/,
  );
  assert.match(await say('case 1, please note call the vendor, thanks'), /Noted: call the vendor, thanks/);
  assert.match(await say('麻烦案例 1 备注 请客户重启一下，谢谢'), /请客户重启一下，谢谢/);
  assert.match(await say('case 1 title Please wait hangs, thanks'), /Please wait hangs, thanks/);
  assert.match(await say('案例 1 标题 请稍候时死机，谢谢'), /请稍候时死机，谢谢/);
  assert.match(await say('could you close case 1 with customer said thanks'), /customer said thanks/);
  assert.match(await say('can you please turn on follow-ups, thanks'), /09:00/);
  assert.match(await say('could you please turn off follow-ups'), /No more follow-ups here/);
});

test('a polite first line above a dump is courtesy too', async () => {
  const say = speakIn(state, 'polite paste');
  const answer = await say(
    '请帮我新建案例 复制时死机\n0: kd> !analyze -v\nDRIVER_IRQL_NOT_LESS_OR_EQUAL (d1)\nArg1: ffffe8',
  );
  assert.match(answer, /复制时死机/);
  assert.match(answer, /0xd1/);
});
