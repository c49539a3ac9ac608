import { isTrapHandler } from '../../knowledge/routines.ts';
import type { Judged } from '../../verdict/judged.ts';
import type { NextCommand } from '../../verdict/verdict.ts';
import { crashWalk } from '../../views/crash-walks.ts';
import { debuggerAddress } from '../../views/hex-value.ts';
import { endsByNature, showsOrigin } from '../../views/shows-origin.ts';
import { waitsForSpinLock } from '../../views/spin-lock-wait.ts';
import { isStackExhausted } from '../../views/stack-exhausted.ts';
import { argumentOf, stopCodeOf } from '../../views/stop-code-of.ts';
import { isKernelPlace } from './possible-address.ts';

/** The command that sets the registers of the fault, by what an argument of the stop holds. */
const CONTEXTS = { 'trap-frame': '.trap', 'context-record': '.cxr' } as const;

/** Who holds a spin lock for which a driver waits runs on another processor. */
export function lockHolderCommands(judged: Judged): NextCommand[] {
  const { stacks, routines } = judged.facts;
  const isShown = [...stacks, ...routines].some(({ command }) => /^!running\b/.test(command));
  return waitsForSpinLock(judged) && !isShown ? [RUNNING] : [];
}

const RUNNING: NextCommand = {
  command: '!running -it',
  why: {
    en: 'The stack waits for a spin lock: the stacks of all processors show who holds it and does not give it back.',
    zh: '调用堆栈正在等待自旋锁：各处理器的调用堆栈会显示是谁持有它而没有释放。',
  },
};

/** Commands that show the stack of the fault, where the paste has none or only its upper part. */
export function stackCommands(judged: Judged): NextCommand[] {
  const { crash, facts, verdict } = judged;
  const { stack } = crash;
  const registers = facts.registers.some(({ command }) => /trap|cxr|context/i.test(command));
  const context = contextOf(judged) ?? (verdict.culprit === 'unknown' ? null : trapOnStack(crash));
  const commands: NextCommand[] = [];
  if (context && !registers) {
    commands.push({
      command: context,
      why: REGISTERS,
    });
  }
  if (stack && isCut(judged)) {
    commands.push(isStackExhausted(judged) ? SIZES : REST);
  }
  if (!stack && !isOfTimer(judged) && (crash.bugcheck || commands.length > 0)) {
    commands.push({
      command: 'k',
      why: whyStack(crash, verdict.culprit !== 'unknown'),
    });
  }
  return commands;
}

/** A request that stays open is noticed by a timer, whose stack is the same every time; case 4 alone shows a thread that waits. */
function isOfTimer({ crash, knowledge }: Judged): boolean {
  return knowledge.has(stopCodeOf(crash), 'power-request-open', crash.bugcheck?.args);
}

const REST: NextCommand = {
  command: 'k 100',
  why: {
    en: 'The stack in the paste ends before it shows who started all this: the frames below decide.',
    zh: '粘贴内容中的调用堆栈在显示最初的调用者之前就断了：下面的栈帧才是关键。',
  },
};

const SIZES: NextCommand = {
  command: 'kf 100',
  why: {
    en: 'The kernel stack was full: down to its end, with the bytes of each frame, it shows who filled it.',
    zh: '内核栈已满：显示到栈底并列出每个栈帧占用的字节数，即可看出是谁把它占满。',
  },
};

const REGISTERS: NextCommand['why'] = {
  en: 'Sets the registers of the moment of the fault: they show with which values it failed, and the stack printed after it is the one that counts.',
  zh: '切换到出错时刻的寄存器环境：可看出是用什么值出的错；此后打印的调用堆栈才是关键。',
};

function whyStack({ facts }: Judged['crash'], isNamed: boolean): NextCommand['why'] {
  if (facts.cuts.some(({ what }) => what === 'frames')) {
    return {
      en: 'The call stack in the paste could not be read: it shows the frames once more, and who called whom decides.',
      zh: '粘贴内容中的调用堆栈未能读出：请重新显示，调用关系才是关键。',
    };
  }
  if (facts.stacks.some(({ isCallChain, frames }) => isCallChain && frames.length > 0)) {
    return {
      en: 'The frames in the paste lack the top of the stack or are of another thread: the whole stack of the fault decides.',
      zh: '粘贴内容中的栈帧缺少栈顶部分，或属于其他线程：出错线程的完整调用堆栈才是关键。',
    };
  }
  return isNamed
    ? {
        en: 'The paste shows no call stack: it would confirm the verdict, or refute it.',
        zh: '粘贴内容中没有调用堆栈：它可以证实或推翻这一结论。',
      }
    : {
        en: 'The paste shows no call stack: without it no driver can be named.',
        zh: '粘贴内容中没有调用堆栈：没有它就无法指认任何驱动。',
      };
}

/** A stack printed with return addresses that stops short of a system call, a thread's start or an interrupt. */
function isCut(judged: Judged): boolean {
  const walk = crashWalk(judged);
  return walk !== null && walk.frames.length > 0 && !showsOrigin(walk) && !endsByNature(walk.stack);
}

function contextOf({ crash, knowledge }: Judged): string | null {
  for (const kind of ['trap-frame', 'context-record'] as const) {
    const position = knowledge.argument(stopCodeOf(crash), kind);
    const address = position && argumentOf(crash, position);
    if (address && isKernelPlace(address, crash.arch)) {
      return `${CONTEXTS[kind]} ${debuggerAddress(address)}`;
    }
  }
  return null;
}

/** Of 64-bit code the stack pointer of the frame that took the trap is where its trap frame lies; `kv` prints the same. */
function trapOnStack({ stack, facts, arch }: Judged['crash']): string | null {
  const isShown = facts.instructions.some(({ atFault }) => atFault) || facts.registers.length > 0;
  const at = stack?.isCallChain ? stack.frames.find(({ function: name }) => isTrapHandler(name))?.childSp : null;
  return !isShown && at != null && at.length > 10 && arch !== 'arm64' && isKernelPlace(at, arch)
    ? `.trap ${debuggerAddress(at)}`
    : null;
}
