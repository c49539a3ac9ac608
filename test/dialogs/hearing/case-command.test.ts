import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { HINTS } from '#dialogs/cases/case-hints.ts';
import { readCaseCommand } from '#dialogs/hearing/case-command.ts';
import { withoutCourtesy } from '#dialogs/hearing/courtesy.ts';
import { assertGrowth } from '../../support/growth.ts';

const read = (message: string) => readCaseCommand(withoutCourtesy(message));
const of = (ref: string, wish: object) => ({ kind: 'of', ref, wish });
const opening = (title: string, rest = '') => ({ kind: 'new', title, rest });
const change = (what: object) => ({ kind: 'change', change: what });

const UNDERSTOOD: readonly (readonly [said: string, command: object])[] = [
  ['case new Blue screen after 1809', opening('Blue screen after 1809')],
  ['新建案例 升级后蓝屏', opening('升级后蓝屏')],
  ['case new', opening('')],
  ['cases', { kind: 'list', which: 'open' }],
  ['Cases all', { kind: 'list', which: 'all' }],
  ['案例列表', { kind: 'list', which: 'open' }],
  ['全部案例', { kind: 'list', which: 'all' }],
  ['case 3', of('3', { kind: 'show' })],
  ['案例3', of('3', { kind: 'show' })],
  ['check case 3 too?', of('3', { kind: 'show' })],
  ['also have a quick look at case 3', of('3', { kind: 'show' })],
  ['顺便看下案例3', of('3', { kind: 'show' })],
  ['Case #12.', of('12', { kind: 'show' })],
  ['case CAS-02698-C5V4N5 archive', of('CAS-02698-C5V4N5', change({ kind: 'archived' }))],
  ['case 120081126000849', of('120081126000849', { kind: 'show' })],
  ['case 3 severity a', of('3', change({ kind: 'severity-set', severity: 'A' }))],
  ['案例 3 级别 B', of('3', change({ kind: 'severity-set', severity: 'B' }))],
  ['案例3级别C', of('3', change({ kind: 'severity-set', severity: 'C' }))],
  ['case 3 owner Li Lei', of('3', change({ kind: 'owner-set', owner: 'Li Lei' }))],
  ['case 3 owner me', of('3', { kind: 'take-over' })],
  ['案例 3 负责人 李雷', of('3', change({ kind: 'owner-set', owner: '李雷' }))],
  ['case 3 title WLAN filter', of('3', change({ kind: 'titled', title: 'WLAN filter' }))],
  ['case 3 number INC/7-x', of('3', change({ kind: 'numbered', customerNumber: 'INC/7-x' }))],
  ['case 3 note called,\nno answer', of('3', change({ kind: 'noted', text: 'called,\nno answer' }))],
  ['案例 3 备注：已致电', of('3', change({ kind: 'noted', text: '已致电' }))],
  ['case 3 waiting for vendor', of('3', change({ kind: 'waiting-set', for: 'vendor' }))],
  ['case 3 waiting for the customer', of('3', change({ kind: 'waiting-set', for: 'customer' }))],
  ['案例 3 等待厂商回复', of('3', change({ kind: 'waiting-set', for: 'vendor' }))],
  ['案例 3 等待 我们', of('3', change({ kind: 'waiting-set', for: 'us' }))],
  ['case 3 still waiting', of('3', change({ kind: 'still-waiting' }))],
  ['case 3 next follow-up in 3 days', of('3', { kind: 'follow-up', phrase: 'in 3 days' })],
  ['case 3 next follow-up today', of('3', { kind: 'follow-up', phrase: 'today' })],
  ['案例 3 下次跟进 下周一', of('3', { kind: 'follow-up', phrase: '下周一' })],
  ['case 3 archive', of('3', change({ kind: 'archived' }))],
  ['案例 3 归档', of('3', change({ kind: 'archived' }))],
  ['case 3 reopen', of('3', change({ kind: 'reopened' }))],
  ['案例 3 重新打开', of('3', change({ kind: 'reopened' }))],
  ['case 3 close with vendor fixed it', of('3', change({ kind: 'closed', outcome: 'vendor fixed it' }))],
  ['案例 3 关闭 厂商已修复', of('3', change({ kind: 'closed', outcome: '厂商已修复' }))],
  ['case 3 close', of('3', change({ kind: 'closed', outcome: '' }))],
  ['case 3 reanalyse', of('3', { kind: 'reanalyse' })],
  ['案例 3 重新分析', of('3', { kind: 'reanalyse' })],
  ['case 3 remove c2', of('3', { kind: 'remove-dump', id: 'c2', isSure: false })],
  ['case 3 take out the dump 2', of('3', { kind: 'remove-dump', id: 'c2', isSure: false })],
  ['案例 3 移除 c2', of('3', { kind: 'remove-dump', id: 'c2', isSure: false })],
  ['案例 3 删除转储 2', of('3', { kind: 'remove-dump', id: 'c2', isSure: false })],
  ['report 3', of('3', { kind: 'report', asked: { language: null, form: 'plain', length: 'full' } })],
  ['report 3 zh', of('3', { kind: 'report', asked: { language: 'zh', form: 'plain', length: 'full' } })],
  ['report 3 en markdown', of('3', { kind: 'report', asked: { language: 'en', form: 'markdown', length: 'full' } })],
  ['报告 3', of('3', { kind: 'report', asked: { language: null, form: 'plain', length: 'full' } })],
  ['draft follow-up 3', of('3', { kind: 'draft', asked: { language: null, form: 'plain', length: 'full' } })],
  ['草拟跟进 3', of('3', { kind: 'draft', asked: { language: null, form: 'plain', length: 'full' } })],
  ['collect 3', of('3', { kind: 'collect', asked: { language: null, form: 'plain', length: 'full' } })],
  ['收集 3', of('3', { kind: 'collect', asked: { language: null, form: 'plain', length: 'full' } })],
  ['forget case 3', of('3', { kind: 'forget' })],
  ['忘记案例 3', of('3', { kind: 'forget' })],
  ['case 3: 0: kd> k', of('3', { kind: 'text', text: '0: kd> k' })],
  ['new case: Freeze', opening('Freeze')],
  ['create a case Freeze', opening('Freeze')],
  ['请帮我新建一个案例：复制时蓝屏', opening('复制时蓝屏')],
  ['开案 复制时蓝屏', opening('复制时蓝屏')],
  ['case new Freeze\n0: kd> !analyze -v', opening('Freeze', '0: kd> !analyze -v')],
  ['新建案例\n复制时蓝屏\n客户 A', opening('复制时蓝屏', '客户 A')],
  ['open cases', { kind: 'list', which: 'open' }],
  ['show me all cases', { kind: 'list', which: 'all' }],
  ['case list', { kind: 'list', which: 'open' }],
  ['my cases?', { kind: 'list', which: 'mine' }],
  ['查看所有案例', { kind: 'list', which: 'all' }],
  ['我的案例', { kind: 'list', which: 'mine' }],
  ['show case 3', of('3', { kind: 'show' })],
  ['open case 3', of('3', { kind: 'show' })],
  ['查看案例 3', of('3', { kind: 'show' })],
  ['3号案例', of('3', { kind: 'show' })],
  ['case 3 timeline', of('3', { kind: 'show' })],
  ['set case 3 severity to A please', of('3', change({ kind: 'severity-set', severity: 'A' }))],
  ['case 3 priority: b', of('3', change({ kind: 'severity-set', severity: 'B' }))],
  ['案例 3 严重级别 A', of('3', change({ kind: 'severity-set', severity: 'A' }))],
  ['案例 3 级别改为 A', of('3', change({ kind: 'severity-set', severity: 'A' }))],
  ['把案例 3 的级别改成A', of('3', change({ kind: 'severity-set', severity: 'A' }))],
  ['案例 3 升级为 A 级', of('3', change({ kind: 'severity-set', severity: 'A' }))],
  ['案例 3 负责人改为李雷', of('3', change({ kind: 'owner-set', owner: '李雷' }))],
  ['案例 3 转给韩梅梅', of('3', change({ kind: 'owner-set', owner: '韩梅梅' }))],
  ['case 3 owner tom', of('3', change({ kind: 'owner-set', owner: 'tom' }))],
  ['case 3 owner @Li Lei', of('3', change({ kind: 'owner-set', owner: 'Li Lei' }))],
  ['assign case 3 to Li Lei', of('3', change({ kind: 'owner-set', owner: 'Li Lei' }))],
  ['assign case 3 to me', of('3', { kind: 'take-over' })],
  ['案例 3 标题改为 复制时蓝屏', of('3', change({ kind: 'titled', title: '复制时蓝屏' }))],
  ['rename case 3 to Freeze', of('3', change({ kind: 'titled', title: 'Freeze' }))],
  ['case 3 note did they reboot?', of('3', change({ kind: 'noted', text: 'did they reboot?' }))],
  ['case 3 waiting on customer', of('3', change({ kind: 'waiting-set', for: 'customer' }))],
  ["case 3 pending the vendor's answer", of('3', change({ kind: 'waiting-set', for: 'vendor' }))],
  ['案例 3 正在等待原厂的回复', of('3', change({ kind: 'waiting-set', for: 'vendor' }))],
  ['案例 3 等待我方处理', of('3', change({ kind: 'waiting-set', for: 'us' }))],
  ['案例 3 没有进展', of('3', change({ kind: 'still-waiting' }))],
  ['case 3 no update', of('3', change({ kind: 'still-waiting' }))],
  ['case 3 follow up tomorrow', of('3', { kind: 'follow-up', phrase: 'tomorrow' })],
  ['follow up on case 3 on Monday', of('3', { kind: 'follow-up', phrase: 'Monday' })],
  ['remind me of case 3 in 2 days', of('3', { kind: 'follow-up', phrase: 'in 2 days' })],
  ['case 3 snooze 3 days', of('3', { kind: 'follow-up', phrase: '3 days' })],
  ['案例 3 明天跟进', of('3', { kind: 'follow-up', phrase: '明天' })],
  ['案例 3 三天后提醒我', of('3', { kind: 'follow-up', phrase: '三天后' })],
  ['案例 3 下次跟进改为后天', of('3', { kind: 'follow-up', phrase: '后天' })],
  ['案例３ 级别 Ａ', of('3', change({ kind: 'severity-set', severity: 'A' }))],
  ['案例 3 备注 Ａ 级', of('3', change({ kind: 'noted', text: 'Ａ 级' }))],
  ['archive case 3', of('3', change({ kind: 'archived' }))],
  ['案例 3 暂时归档', of('3', change({ kind: 'archived' }))],
  ['归档案例 3', of('3', change({ kind: 'archived' }))],
  ['reopen 3', of('3', change({ kind: 'reopened' }))],
  ['案例 3 重启', of('3', change({ kind: 'reopened' }))],
  ['close case 3 with driver removed.', of('3', change({ kind: 'closed', outcome: 'driver removed.' }))],
  ['case 3 closed as duplicate', of('3', change({ kind: 'closed', outcome: 'duplicate' }))],
  ['案例 3 关闭，结果：已卸载', of('3', change({ kind: 'closed', outcome: '已卸载' }))],
  ['reanalyze case 3', of('3', { kind: 'reanalyse' })],
  [
    'case 3 report in Chinese as markdown',
    of('3', { kind: 'report', asked: { language: 'zh', form: 'markdown', length: 'full' } }),
  ],
  ['report for case 3', of('3', { kind: 'report', asked: { language: null, form: 'plain', length: 'full' } })],
  ['案例 3 英文报告', of('3', { kind: 'report', asked: { language: 'en', form: 'plain', length: 'full' } })],
  ['报告 3 英文 文件', of('3', { kind: 'report', asked: { language: 'en', form: 'file', length: 'full' } })],
  [
    'draft a follow up mail for case 3',
    of('3', { kind: 'draft', asked: { language: null, form: 'plain', length: 'full' } }),
  ],
  ['案例 3 跟进邮件', of('3', { kind: 'draft', asked: { language: null, form: 'plain', length: 'full' } })],
  ['collect logs 3', of('3', { kind: 'collect', asked: { language: null, form: 'plain', length: 'full' } })],
  ['案例 3 日志收集', of('3', { kind: 'collect', asked: { language: null, form: 'plain', length: 'full' } })],
  ['report 3 short', of('3', { kind: 'report', asked: { language: null, form: 'plain', length: 'short' } })],
  ['报告 3 简短 英文', of('3', { kind: 'report', asked: { language: 'en', form: 'plain', length: 'short' } })],
  ['short report 3 zh', of('3', { kind: 'report', asked: { language: 'zh', form: 'plain', length: 'short' } })],
  ['案例 3 简短报告', of('3', { kind: 'report', asked: { language: null, form: 'plain', length: 'short' } })],
  ['archive mail 3', of('3', { kind: 'archive', asked: { language: null, form: 'plain', length: 'full' } })],
  ['归档邮件 3', of('3', { kind: 'archive', asked: { language: null, form: 'plain', length: 'full' } })],
  ['closing mail 3 zh', of('3', { kind: 'close', asked: { language: 'zh', form: 'plain', length: 'full' } })],
  ['case 3 close mail', of('3', { kind: 'close', asked: { language: null, form: 'plain', length: 'full' } })],
  ['案例 3 结案邮件', of('3', { kind: 'close', asked: { language: null, form: 'plain', length: 'full' } })],
  ['case 3 close mail server replaced', of('3', change({ kind: 'closed', outcome: 'mail server replaced' }))],
  ['案例 3 重新打开邮件 英文', of('3', { kind: 'reopen', asked: { language: 'en', form: 'plain', length: 'full' } })],
  [
    'draft a reopening mail for case 3',
    of('3', { kind: 'reopen', asked: { language: null, form: 'plain', length: 'full' } }),
  ],
  ['delete case 3', of('3', { kind: 'forget' })],
  ['case 3 severity high', of('3', { kind: 'unclear', said: HINTS.severity })],
  ['case 3 waiting for Godot', of('3', { kind: 'unclear', said: HINTS.waiting })],
  ['case 3 follow up', of('3', { kind: 'unclear', said: HINTS.followUp })],
  [`case 3 note ${'x'.repeat(4001)}`, of('3', { kind: 'unclear', said: HINTS.note })],
  ['case 3 notebook freezes', of('3', { kind: 'text', text: 'notebook freezes' })],
];

for (const [said, command] of UNDERSTOOD) {
  test(`understands: ${said.slice(0, 60).replaceAll('\n', '⏎')}`, () => {
    assert.deepEqual(read(said), command);
  });
}

test('other messages are no commands about cases', () => {
  for (const said of [
    'newest case',
    'close 3 windows',
    'report 3d glasses',
    'follow up 3',
    'casein',
    '',
    'help',
    'case in point',
    'report',
    'In case 3 fails',
    'just in case',
    '0: kd> !analyze -v',
  ]) {
    assert.equal(read(said), null, said);
  }
});

test('any text is read without an error, and in linear time', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('case 3 ', 'case ', 'report ', '案例 ', 'close case ', '案例 3 等', 'draft a follow up '),
      fc.string({ unit: 'binary' }),
      (head, tail) => {
        read(head + tail);
      },
    ),
  );
  for (const hostile of ['case 3 note ', 'case 3 wait for ', 'case '.repeat(3000), `case ${'1-'.repeat(9000)}`]) {
    for (const unit of [' ', 'a. ']) {
      const readLong = (size: number) => read(hostile + unit.repeat(size / unit.length));
      assertGrowth(hostile.slice(0, 20), {
        small: () => readLong(25_000),
        large: () => readLong(200_000),
        most: 24,
        grain: 2,
      });
    }
  }
});
