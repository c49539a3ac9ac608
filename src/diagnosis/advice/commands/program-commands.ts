import { debuggerModule, isCommandWord } from '../../names/file-names.ts';
import type { Judged } from '../../verdict/judged.ts';
import type { NextCommand } from '../../verdict/verdict.ts';
import { endingModule, showsProgramEnd } from '../../views/program-end.ts';

/** What shows the fault of a program, where the paste lacks it: the analysis, the stack of the exception, the module's version. */
export function programCommands({ crash }: Judged): NextCommand[] {
  const { facts, stack, module, image, ran = [] } = crash;
  if (!showsProgramEnd(crash)) {
    return [WHETHER, THREADS];
  }
  const isAnalysed = ran.includes('!analyze -v') || facts.fields.some(({ name }) => /BUCKET/i.test(name));
  // `.ecxr` finds the exception of a dump; who stopped at one has its registers.
  const isLive = facts.exceptions.some(({ chance }) => chance !== undefined);
  // A file with blanks in its name is asked for by what the debugger itself calls it.
  const file = image?.includes(' ') ? null : image;
  const named = facts.applications.find((one) => one.module !== null)?.module ?? file ?? module ?? endingModule(facts);
  const name = named ? debuggerModule(named) : '';
  const isListed = facts.modules.some((one) => one.detailed && debuggerModule(one.name) === name);
  return [
    ...(isAnalysed ? [] : [ANALYZE]),
    ...(stack ? [] : [{ ...STACK, command: isLive ? 'kb' : '.ecxr; kb' }]),
    ...(isCommandWord(name) && !isListed ? [versionOf(name)] : []),
  ];
}

const ANALYZE: NextCommand = {
  command: '!analyze -v',
  why: {
    en: 'Names the exception that ended the program, its module and its bucket.',
    zh: '给出结束程序的异常、出错模块和故障桶。',
  },
};

const WHETHER: NextCommand = {
  command: '!analyze -v',
  why: {
    en: 'Tells whether an exception ended the program, and in which module.',
    zh: '说明程序是否因异常而结束、在哪个模块中。',
  },
};

const THREADS: NextCommand = {
  command: '~*k',
  why: {
    en: 'The stacks of all threads: where a program waits that no exception ended.',
    zh: '所有线程的调用堆栈：程序并非因异常结束时，可看出它在哪里等待。',
  },
};

const STACK: Omit<NextCommand, 'command'> = {
  why: {
    en: 'Shows the call stack of the exception that ended the program.',
    zh: '显示结束程序的异常的调用堆栈。',
  },
};

function versionOf(module: string): NextCommand {
  return {
    command: `lmvm ${module}`,
    why: {
      en: 'Shows whose module it is, and its version.',
      zh: '显示该模块属于谁及其版本。',
    },
  };
}
