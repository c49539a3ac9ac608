import type { Frame } from '../../facts.ts';
import { isSystemProgram, isSystemProgramLibrary } from '../../knowledge/images.ts';
import { isProcessEnd } from '../../knowledge/routines.ts';
import { debuggerModule, isCommandWord } from '../../names/file-names.ts';
import type { Judged } from '../../verdict/judged.ts';
import type { NextCommand } from '../../verdict/verdict.ts';
import { frameName } from '../../views/frame-name.ts';
import { stopCodeOf } from '../../views/stop-code-of.ts';

/** The way from a program to the kernel that ends a process; a heap that found damage comes to the same end by another way. */
const WAY = /^(?:(?:Nt|Zw|Rtl)?(?:Terminate|Exit)\w{0,40}|KiSystemService\w{0,20}|KiServiceLinkage|KiFast\w{0,30})$/;

/** Whose program it is that ended a process which Windows cannot do without. */
export function enderCommands({ crash, knowledge }: Judged): NextCommand[] {
  const frames = crash.stack?.isCallChain ? crash.stack.frames : [];
  const asked = frames.findLastIndex(({ function: name }) => isProcessEnd(name));
  if (asked === -1 || !knowledge.has(stopCodeOf(crash), 'process-ended')) {
    return [];
  }
  const ender = frames.slice(asked + 1).find(({ function: name }) => !WAY.test(name ?? ''));
  const module = debuggerModule(ender?.module ?? '');
  if (ender === undefined || !isOfOther(ender) || !isCommandWord(module)) {
    return [];
  }
  const place = frameName(ender);
  return [
    {
      command: `lmvm ${module}`,
      why: {
        en: `${place} asked for the end of the process: version, date and company of ${module} tell whose program that is.`,
        zh: `${place} 请求结束该进程：${module} 的版本、日期和公司可说明这是谁的程序。`,
      },
    },
  ];
}

function isOfOther({ module }: Frame): boolean {
  return (
    module !== null && !/^(?:nt|hal)$/i.test(module) && !isSystemProgram(module) && !isSystemProgramLibrary(module)
  );
}
