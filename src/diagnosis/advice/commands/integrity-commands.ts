import type { Judged } from '../../verdict/judged.ts';
import type { NextCommand } from '../../verdict/verdict.ts';
import { stopCodeOf } from '../../views/stop-code-of.ts';
import { isDamage } from '../damage.ts';

/**
 * Where the whole stack is there and nobody stands out, somebody else wrote earlier, or the memory fails: is the code still
 * what it was, and was anybody watched when it happened?
 */
export function integrityCommands(judged: Judged): NextCommand[] {
  const { crash, knowledge } = judged;
  const code = stopCodeOf(crash);
  // Verifier catches who breaks a rule: its stops need no search for an earlier writer.
  if (!crash.stack || !isDamage(judged) || knowledge.has(code, 'verifier')) {
    return [];
  }
  const commands = crash.facts.corruptions.length > 0 ? [] : [CHKIMG];
  return crash.facts.verifiers.length > 0 ? commands : [...commands, VERIFIER];
}

const CHKIMG: NextCommand = {
  command: '!chkimg -lo 50 -d !nt',
  why: {
    en: "Compares the kernel's code in the dump with the original: bytes that differ speak for failing memory or a patch.",
    zh: '把转储中的内核代码与原始文件比较：字节不同说明内存故障或代码被修改。',
  },
};

const VERIFIER: NextCommand = {
  command: '!verifier',
  why: {
    en: 'Shows whether drivers were watched with special pool; if not, the stack of a later victim names nobody.',
    zh: '显示当时是否用特殊池监视了驱动；如果没有，受害者的调用堆栈指认不了任何人。',
  },
};
