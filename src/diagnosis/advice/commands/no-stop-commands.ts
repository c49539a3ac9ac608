import type { BugcheckFact } from '../../facts.ts';
import type { Judged } from '../../verdict/judged.ts';
import type { NextCommand } from '../../verdict/verdict.ts';
import { uncaughtException } from '../../views/breakpoints.ts';
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
    return waitCommands(judged);
  }
  if (crash.bugcheck === null && uncaughtException(crash.facts) !== null) {
    return [ANALYZE_EXCEPTION];
  }
  return crash.stack || crash.bugcheck ? [BUGCHECK] : [ANALYZE];
}

/** `!locks` lists the executive resources alone: of an event or another object the thread tells who has to set it. */
function waitCommands(judged: Judged): NextCommand[] {
  const { locks, threads } = judged.crash.facts;
  const walks = waitingWalks(judged);
  const isOfResource = walks.some(({ frames }) =>
    frames.some(({ frame }) => /^Exp?\w{0,20}Resource/.test(frame.function ?? '')),
  );
  if (isOfResource) {
    return locks.length > 0 ? [STACKS] : [LOCKS, STACKS];
  }
  return threads.length > 0 ? [STACKS] : [THREAD, STACKS];
}

/** Only somebody's words or the blue screen are there: nothing that a debugger found in the dump. */
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

/** Windows has not stopped yet: `.bugcheck` would print nothing. */
const ANALYZE_EXCEPTION: NextCommand = {
  command: '!analyze -v',
  why: {
    en: 'The debugger holds the machine at the exception, before any stop code: the analysis names address, module and process of it.',
    zh: '调试器停在异常处，尚无停止代码：分析结果会给出该异常的地址、模块和进程。',
  },
};

const OPEN_DUMP: NextCommand = {
  command: '!analyze -v',
  why: {
    en: 'The paste holds nothing that a debugger found in the dump. Open it (C:\\Windows\\MEMORY.DMP, or the newest file in C:\\Windows\\Minidump) and paste the whole output: arguments and stack decide. Without a dump, paste all that the screen shows, the file under "What failed" too.',
    zh: '粘贴内容中没有调试器对转储的分析结果。请打开转储（C:\\Windows\\MEMORY.DMP，或 C:\\Windows\\Minidump 中最新的文件），并粘贴完整输出：参数和调用堆栈才是关键。没有转储时，请把屏幕上的全部文字发来，包括“失败的操作”后的文件名。',
  },
};

/** What a dump is called in an event or by a viewer: a path, or a name alone. */
const DUMP = /^(?:[a-z]:|%systemroot%)?[\w .\\()-]{3,200}\.dmp$/i;

/** BCCode and BCP1 to BCP4: what Windows reports after the next start looks like fields of the debugger. */
const ERROR_REPORT = /^BC(?:Code|P\d)$/i;

/** Where only the event log or a viewer tells of a stop: all else is asked of its dump, so that comes first, by its name. */
export function openDumpFirst({ bugcheck, facts, earlierStack }: Judged['crash']): NextCommand | null {
  const isFirstSight = bugcheck !== null && facts.bugchecks.every(({ origin }) => OUTSIDE.has(origin));
  const { stacks, registers, modules, instructions, irps, threads, poolBlocks } = facts;
  const fields = facts.fields.filter(({ name }) => !ERROR_REPORT.test(name));
  const isOpened = [stacks, registers, fields, modules, instructions, irps, threads, poolBlocks].some(
    ({ length }) => length > 0,
  );
  const file = facts.systems.find(({ name, value }) => name === 'dump-file' && DUMP.test(value))?.value;
  if (!isFirstSight || isOpened || earlierStack !== undefined) {
    return null;
  }
  if (file === undefined) {
    return OPEN_DUMP;
  }
  return {
    command: '!analyze -v',
    why: {
      en: `Open the dump, ${file}, first: the paste holds nothing yet that a debugger found in it. Paste the whole output: its stack decides.`,
      zh: `请先打开转储 ${file}：粘贴内容中还没有调试器对它的分析结果。请粘贴完整输出：其中的调用堆栈才是关键。`,
    },
  };
}

const OUTSIDE: ReadonlySet<BugcheckFact['origin']> = new Set<BugcheckFact['origin']>([
  'event-log',
  'tool',
  'stop-screen',
  'words',
]);

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

const THREAD: NextCommand = {
  command: '!thread',
  why: {
    en: 'The paste shows a thread that waits, but not for what: the object and the requests of the thread tell.',
    zh: '粘贴内容显示一个正在等待的线程，但没有显示它在等什么：该线程的等待对象和请求会说明。',
  },
};

const STACKS: NextCommand = {
  command: '!stacks 2',
  why: {
    en: 'The stacks of all threads: the owner of what is waited for is among them.',
    zh: '所有线程的调用堆栈：被等待对象的持有者就在其中。',
  },
};
