import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type MemoryState, openMemoryState } from '../support/memory-state.ts';
import { SHARED, withShared } from '../support/shared-folder.ts';
import { speakIn } from './speak.ts';

/** Everything that can be asked, asked below the founding thread: its five dumps have one cause. */
const ROWS: readonly (readonly [english: string, chinese: string, ...says: RegExp[]])[] = [
  ['why?', '为什么？', /c1–c3.*vwifimf\.sys/, /^238: \*ffffda8ac4ad8650/m, /^581: /m, /^686: /m, /0x94fd/],
  ['which line?', '哪一行？', /^238: /m, /^686: /m, /^142: vwifimf\+0x1f92/m],
  ['how sure?', '有多大把握？', /97 ?%/, /^114: /m],
  ['why not Netwtw08?', '为什么不是 Netwtw08？', /^648: - 10 Netwtw08/m, /^686: .*vwifimf\.sys/m, /13 (?:个 )?Windows/],
  ['could it be Netwtw08?', '会不会是 Netwtw08？', /^648: /m, /^686: /m],
  ['no, it is hardware', '肯定是硬件', /^114: /m, /(?:c3, looked at alone|仅看 c3)/, /vwifimf\.sys/],
  ['could it be klif.sys?', '会不会是 klif.sys', /klif/, /stands nowhere|没有出现/],
  ['why did !analyze blame Netwtw08?', '!analyze 为什么说是 Netwtw08', /no name that|没有 !analyze 归咎/, /^648: /m],
  ['what does Arg2 mean?', 'Arg2 是什么意思', /^98: /m, /^456: /m, /^916: /m, /PASSIVE_LEVEL/],
  ['what is 0x1e?', '0x1e 是什么', /KMODE_EXCEPTION_NOT_HANDLED/, /^94: /m],
  ['what is a pool tag?', 'pool tag 是什么', /^238: /m],
  ['what does !pool do?', '!pool 是干嘛的', /!pool <address> 2/],
  ['what is nwifi?', 'nwifi 是什么驱动', /^nwifi\.sys/m, /^116: nwifi!Dot11SendCompletion/m],
  ['what first?', '先做什么？', /netcfg -s n/, /Enable-NetAdapterBinding/],
  ['what do you need?', '还需要什么？', /lmvm vwifimf/],
  ['what do I tell the customer?', '怎么回复客户？', /5 (?:crashes|次)/, /3 (?:of them|次指向)/, /vwifimf\.sys/],
  ['how do I undo it?', '怎么恢复？', /Enable-NetAdapterBinding/],
  ['how do I turn verifier off?', 'verifier 怎么关', /verifier \/reset/, /reg load HKLM\\Offline/],
  ['machine will not boot', '机器起不来了', /verifier \/reset/, /reg load HKLM\\Offline/],
  ['is it the same as last week?', '和上周的是同一个问题吗', /no other dump|没有可比较的/],
  ['is it the same as case 2?', '和案例 2 一样吗', /no case 2|没有案例 2/],
  ['in English', '用中文', /c1–c3.*vwifimf\.sys/],
];

let state: MemoryState;
before(async () => {
  state = await openMemoryState();
});
after(() => state.close());

test('below the founding thread every row is answered in both languages, by its lines', withShared, async () => {
  const say = speakIn(state, 'founding');
  await say(readFileSync(join(SHARED, 'case', 'thread.txt'), 'utf8'));
  for (const [english, chinese, ...says] of ROWS) {
    for (const question of [english, chinese]) {
      const answer = await say(question);
      for (const part of says) {
        assert.match(answer, part, `to ${question}`);
      }
      const isChinese = /\p{Script=Han}/u.test(question);
      const quoted = /^(?:[\d–, ]+: .*)$|["“].*?["”]/gm;
      assert.equal(/\p{Script=Han}/u.test(answer.replace(quoted, '')), isChinese, `language to ${question}: ${answer}`);
    }
  }
});
