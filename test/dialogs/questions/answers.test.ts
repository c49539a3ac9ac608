import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type MemoryState, openMemoryState } from '../../support/memory-state.ts';
import { speakIn } from '../speak.ts';
import { SAMPLE } from './a-sample.ts';

let state: MemoryState;
before(async () => {
  state = await openMemoryState();
});
after(() => state.close());

/** What is asked below the recorded paste, and what the answer must say: a claim, and the line that it rests on. */
const ROWS: readonly (readonly [question: string, ...says: RegExp[]])[] = [
  ['why?', /Suspect: wlmflt\.sys \(high confidence\)/, /^27: \*ffffa70d31c4e690/m, /^32: wlmflt/m, /Why that counts/],
  ['为什么？', /可疑驱动：wlmflt\.sys（置信度高）/, /^27: \*ffffa70d31c4e690/m, /为何说明问题/],
  ['which line?', /^27: /m, /^16: 06 .*wlmflt\+0x13c4/m],
  ['哪一行？', /^27: /m, /^16: 06 .*wlmflt\+0x13c4/m],
  ['how sure are you?', /at least 97 %/, /It would be wrong if/, /Still possible/],
  ['有多大把握？', /至少 97%/, /以下情况会判断错误/, /仍有可能/],
  ['why not acmewlan?', /acmewlan\.sys met the damage/, /^23: 0d .*acmewlan\+0x21190/m, /^32: wlmflt/m],
  ['为什么不是 acmewlan', /acmewlan\.sys 只是碰到了损坏的数据/, /^23: /m, /^32: /m],
  ['could it be Netwtw08?', /Netwtw08 stands nowhere in what was pasted/, /lmvm netwtw08/, /wlmflt\.sys/],
  ['会不会是 Netwtw08 的问题', /没有出现 Netwtw08/, /wlmflt\.sys/],
  ['is it hardware?', /hardware|memory/i],
  ['why did !analyze blame something else?', /no name that !analyze blames/],
  ['为什么 !analyze 说是 ndis', /没有 !analyze 归咎的名称/, /ndis\.sys/],
  ['what does Arg1 mean?', /Arg1 0x3 – Kind of corruption/, /^7: Arguments 00000000`00000003/m],
  ['Arg1 是什么意思', /Arg1 0x3 – .*双向链表|Arg1 0x3/, /^7: /m],
  ['what is 0x139?', /KERNEL_SECURITY_CHECK_FAILURE/, /^6: Bugcheck code 00000139/m, /Arg1 0x3/],
  ['what is a pool tag?', /pool tag – Four characters/, /^27: /m],
  ['池标记是什么', /池标记 – /, /^27: /m],
  ['what does !pool do?', /^!pool – /m],
  [
    'what is wlmflt?',
    /No public list that I have knows wlmflt\.sys/,
    /built 2021-01-19/,
    /^44: Image name: wlmflt\.sys/m,
  ],
  ['wlmflt 是什么驱动', /公开列表中没有 wlmflt\.sys/, /没有公司名称，没有版本号/, /^44: /m],
  ['what does nwifi do?', /nwifi\.sys: a framework of Windows/, /nwifi stands nowhere/],
  ['nwifi 是干什么用的', /nwifi\.sys：Windows 的驱动框架/, /没有出现 nwifi/],
  ['what should I do first?', /Take the network filter out of the path/, /netcfg -s n/, /To undo/],
  ['先做什么？', /把网络筛选驱动移出数据路径/, /netcfg -s n/, /如何恢复/],
  [
    'is it safe to uninstall it?',
    /Suspect: wlmflt\.sys \(high confidence\)/,
    /Only as the plan for this driver says/,
    /own uninstaller/,
    /The network drops/,
    /To undo/,
  ],
  ['可以直接卸载吗', /可疑驱动：wlmflt\.sys/, /请只按针对该驱动的步骤操作/, /卸载/, /如何恢复/],
  ['can I disable it?', /Only as the plan for this driver says/, /Disable-NetAdapterBinding/, /To undo/],
  ['能禁用吗', /请只按针对该驱动的步骤操作/, /Disable-NetAdapterBinding/],
  [
    'can I just reboot?',
    /A restart takes no cause away/,
    /Keep the dump file/,
    /Take the network filter out of the path/,
  ],
  ['重启一下就行了吗', /重启并不能消除原因/, /把网络筛选驱动移出数据路径/],
  ['is a reinstall of Windows useful?', /wlmflt\.sys is no part of Windows/, /Take the network filter out/],
  ['要重装系统吗', /wlmflt\.sys 不属于 Windows/, /把网络筛选驱动移出数据路径/],
  ['can we uninstall acmewlan?', /The plan is about wlmflt\.sys, and no step of it about acmewlan\.sys/],
  ['what do you need?', /Run these|needs nothing more/],
  ['还需要什么信息', /请在同一转储上运行|不需要更多信息/],
  ['what do I tell the customer?', /To copy/, /KERNEL_SECURITY_CHECK_FAILURE/, /Suspect: wlmflt\.sys/],
  ['怎么回复客户', /可直接复制/, /可疑驱动：wlmflt\.sys/],
  ['how do I undo it?', /Enable-NetAdapterBinding/, /verifier \/reset/],
  ['怎么恢复', /Enable-NetAdapterBinding/, /verifier \/reset/],
  ['machine will not boot', /recovery environment/, /verifier \/reset/, /reg load HKLM\\Offline/],
  ['开不了机了怎么办', /恢复环境/, /verifier \/reset/],
  ['how do I turn verifier off?', /To turn Driver Verifier off/, /verifier \/reset/],
  ['is it the same as last week?', /no other dump here to compare with/],
  ['和上周的是同一个问题吗', /没有可比较的其他转储/],
  ['用中文', /可疑驱动：wlmflt\.sys/, /首先：/],
  ['in English', /Suspect: wlmflt\.sys/, /First:/],
];

test('below a paste everything is answered, with the lines that say so, in the language of the question', async () => {
  // Somebody else than in the other tests: the language that is asked for here is remembered.
  const [speak, author] = [speakIn(state, 'rows'), { id: '29:mei', name: 'Mei' }];
  const say = (text: string) => speak(text, { author });
  await say(SAMPLE);
  for (const [question, ...says] of ROWS) {
    const answer = await say(question);
    for (const part of says) {
      assert.match(answer, part, `to ${question}`);
    }
    const isChinese = /\p{Script=Han}/u.test(question);
    const prose = answer.split('\n').find((text) => text.length > 12 && !/^\d|^c1 0x/.test(text)) ?? '';
    assert.equal(
      /\p{Script=Han}/u.test(prose),
      question === 'in English' ? false : isChinese,
      `language to ${question}: ${prose}`,
    );
    assert.ok(answer.split('\n').length <= 45 || /English|中文/.test(question), `${question}: longer than a screen`);
  }
});

test('before anything was pasted nothing is answered as a question, and a paste stays a paste', async () => {
  const say = speakIn(state, 'nothing-at-hand');
  assert.match(await say('why?'), /no debugger output/);
  assert.match(await say('为什么不是 ndis'), /没有找到调试器输出/);
  assert.match(await say('what is 0x9f?'), /0x9f DRIVER_POWER_STATE_FAILURE/);
  await say(SAMPLE);
  assert.match(await say('what is 0x9f?'), /0x9f DRIVER_POWER_STATE_FAILURE/, 'another code is explained as ever');
  assert.match(await say('My laptop stopped with 0x9f again this morning, why?'), /0x9f DRIVER_POWER_STATE_FAILURE/);
  assert.match(await say('BugCheck D1, {28, 2, 0, fffff80262a41f7c}'), /0xd1/);
});

test('a question that nothing takes gets what can be asked, and other words stay what they were', async () => {
  const say = speakIn(state, 'other-questions');
  await say(SAMPLE);
  assert.match(await say('when is the meeting?'), /you can ask/);
  assert.match(await say('the customer called again'), /I see no dump in it/);
  assert.match(await say('help'), /I am Stopcode/);
  assert.match(await say('会议几点开始？'), /可以这样问/);
  assert.match(await say('case new Freeze while copying'), /Case 1 is open/);
});

test('a case is asked by its number, and what is linked to it is told with reasons', async () => {
  const say = speakIn(state, 'cases');
  await say('case new First');
  assert.match(await say('case 1 why?'), /no dump to answer from/);
  await say(`case 1\n${SAMPLE}`);
  await say('case new Second');
  const later = SAMPLE.replaceAll('ffffa70d31c4e6', 'ffffa70d31d4e6').replace('May 11', 'May 18');
  await say(`case 2\n${later}`);
  assert.match(await say('case 1 why not ndis?'), /Case 1 · c1 0x139[\s\S]*ndis\.sys met the damage/);
  assert.match(await say('案例 1 为什么不是 ndis'), /案例 1 · c1 0x139[\s\S]*ndis\.sys 只是碰到了损坏的数据/);
  const same = await say('case 2 is it the same as case 1?');
  assert.match(same, /the same cause as case 1 \(First\)/);
  assert.match(same, /c1 \(0x139\), case 1 c1 \(0x139\)/);
  assert.match(await say('case 2 same as case 7?'), /no case 7/);
  assert.match(await say('case 1 what do I tell the customer?'), /First/, 'the mail of the case');
});

test('a colleague may ask, within a day', async () => {
  const say = speakIn(state, 'colleagues');
  await say(SAMPLE);
  assert.match(await say('why?', { author: { id: '29:li', name: 'Li' } }), /Suspect: wlmflt\.sys/);
});
