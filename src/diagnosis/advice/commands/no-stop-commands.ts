import type { Judged } from '../../verdict/judged.ts';
import type { NextCommand } from '../../verdict/verdict.ts';
import { waitingWalks } from '../../views/crash-walks.ts';
import { shownWait } from '../../views/shown-wait.ts';
import { stopCodeOf } from '../../views/stop-code-of.ts';

/** Where the paste does not say which stop it was, if any: that comes first. A waiting thread is a hang, not a stop. */
export function noStopCommands(judged: Judged): NextCommand[] {
  const { crash } = judged;
  if (isUnopened(crash)) {
    return [OPEN_DUMP];
  }
  if (stopCodeOf(crash) !== null) {
    return [];
  }
  if (waitingWalks(judged).length > 0 || shownWait(judged) !== null) {
    return crash.facts.locks.length > 0 ? [STACKS] : [LOCKS, STACKS];
  }
  return crash.stack || crash.bugcheck ? [BUGCHECK] : [ANALYZE];
}

/** Only somebody's words or the blue screen are there: no debugger has looked at the dump. */
export function isUnopened({ bugcheck, stack, earlierStack }: Judged['crash']): boolean {
  const isSeen = stack !== null || earlierStack !== undefined;
  return !isSeen && (bugcheck?.told === true || bugcheck?.origin === 'stop-screen');
}

const ANALYZE: NextCommand = {
  command: '!analyze -v',
  why: {
    en: 'The paste shows no stop: the stop code, its arguments and the stack of the fault are what everything else builds on.',
    zh: '粘贴内容中没有蓝屏停止信息：停止代码、参数和出错时的调用堆栈是其他一切判断的基础。',
  },
};

const OPEN_DUMP: NextCommand = {
  command: '!analyze -v',
  why: {
    en: 'No debugger has looked at the dump so far. Open the dump (C:\\Windows\\MEMORY.DMP, or the newest file in C:\\Windows\\Minidump) and paste the whole output: arguments and stack decide. Without a dump, paste all that the screen shows, the file under "What failed" too.',
    zh: '目前还没有用调试器查看转储。请打开转储（C:\\Windows\\MEMORY.DMP，或 C:\\Windows\\Minidump 中最新的文件），并粘贴完整输出：参数和调用堆栈才是关键。没有转储时，请把屏幕上的全部文字发来，包括“失败的操作”后的文件名。',
  },
};

const BUGCHECK: NextCommand = {
  command: '.bugcheck',
  why: {
    en: 'Prints the stop code with all four arguments, which the paste does not show.',
    zh: '显示停止代码及全部四个参数，粘贴内容中没有这些。',
  },
};

const LOCKS: NextCommand = {
  command: '!locks',
  why: {
    en: 'The paste shows a thread that waits: who owns the lock it waits for decides.',
    zh: '粘贴内容显示一个正在等待的线程：关键在于谁持有它所等待的锁。',
  },
};

const STACKS: NextCommand = {
  command: '!stacks 2',
  why: {
    en: 'The stacks of all threads: the owner of what is waited for is among them.',
    zh: '所有线程的调用堆栈：被等待对象的持有者就在其中。',
  },
};
