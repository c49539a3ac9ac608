import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readCaseCommand } from '#dialogs/case-command.ts';
import { assertGrowth } from '../support/growth.ts';

const of = (ref: string, wish: object) => ({ kind: 'of', ref, wish });
const change = (what: object) => ({ kind: 'change', change: what });

const UNDERSTOOD: readonly (readonly [said: string, command: object])[] = [
  ['case new Blue screen after 1809', { kind: 'new', title: 'Blue screen after 1809' }],
  ['新建案例 升级后蓝屏', { kind: 'new', title: '升级后蓝屏' }],
  ['case new', { kind: 'new', title: '' }],
  ['cases', { kind: 'list', which: 'open' }],
  ['Cases all', { kind: 'list', which: 'all' }],
  ['案例列表', { kind: 'list', which: 'open' }],
  ['全部案例', { kind: 'list', which: 'all' }],
  ['case 3', of('3', { kind: 'show' })],
  ['案例3', of('3', { kind: 'show' })],
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
  ['report 3', of('3', { kind: 'report', asked: { language: null, form: 'plain' } })],
  ['report 3 zh', of('3', { kind: 'report', asked: { language: 'zh', form: 'plain' } })],
  ['report 3 en markdown', of('3', { kind: 'report', asked: { language: 'en', form: 'markdown' } })],
  ['报告 3', of('3', { kind: 'report', asked: { language: null, form: 'plain' } })],
  ['draft follow-up 3', of('3', { kind: 'draft', asked: { language: null, form: 'plain' } })],
  ['草拟跟进 3', of('3', { kind: 'draft', asked: { language: null, form: 'plain' } })],
  ['collect 3', of('3', { kind: 'collect', asked: { language: null, form: 'plain' } })],
  ['收集 3', of('3', { kind: 'collect', asked: { language: null, form: 'plain' } })],
  ['forget case 3', of('3', { kind: 'forget' })],
  ['忘记案例 3', of('3', { kind: 'forget' })],
  ['case 3: 0: kd> k', of('3', { kind: 'text', text: '0: kd> k' })],
  ['case 3 severity high', of('3', { kind: 'text', text: 'severity high' })],
];

for (const [said, command] of UNDERSTOOD) {
  test(`understands: ${said.replace('\n', '⏎')}`, () => {
    assert.deepEqual(readCaseCommand(said), command);
  });
}

test('other messages are no commands about cases', () => {
  for (const said of ['', 'help', 'case in point', 'report', 'In case 3 fails', 'just in case', '0: kd> !analyze -v']) {
    assert.equal(readCaseCommand(said), null, said);
  }
});

test('any text is read without an error, and in linear time', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('case 3 ', 'case ', 'report ', '案例 '),
      fc.string({ unit: 'binary' }),
      (head, tail) => {
        readCaseCommand(head + tail);
      },
    ),
  );
  for (const hostile of ['case 3 note ', 'case 3 wait for ', 'case '.repeat(3000), `case ${'1-'.repeat(9000)}`]) {
    for (const unit of [' ', 'a. ']) {
      const read = (size: number) => readCaseCommand(hostile + unit.repeat(size / unit.length));
      assertGrowth(hostile.slice(0, 20), { small: () => read(25_000), large: () => read(200_000), most: 24, grain: 2 });
    }
  }
});
