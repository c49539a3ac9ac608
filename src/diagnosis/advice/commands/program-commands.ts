import { debuggerModule, isCommandWord } from '../../names/file-names.ts';
import type { Judged } from '../../verdict/judged.ts';
import type { NextCommand } from '../../verdict/verdict.ts';

/** What shows the fault of a program, where the paste lacks it: the analysis, the stack of the exception, the module's version. */
export function programCommands({ crash: { facts, stack, module, image } }: Judged): NextCommand[] {
  const isAnalysed = facts.fields.some(({ name }) => /BUCKET/i.test(name));
  // A file with blanks in its name is asked for by what the debugger itself calls it.
  const file = image?.includes(' ') ? null : image;
  const named = facts.applications.find((one) => one.module !== null)?.module ?? file ?? module;
  const name = named ? debuggerModule(named) : '';
  const isListed = facts.modules.some((one) => one.detailed && debuggerModule(one.name) === name);
  return [
    ...(isAnalysed ? [] : [ANALYZE]),
    ...(stack ? [] : [STACK]),
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

const STACK: NextCommand = {
  command: '.ecxr; kb',
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
