import type { Judged } from '../../verdict/judged.ts';
import type { NextCommand } from '../../verdict/verdict.ts';
import { isKernelModule } from '../../views/crash-machinery.ts';

/** Where the debugger lacks the symbols of Windows, every name it prints is a guess: they come before any other command. */
export function symbolCommands(judged: Judged): NextCommand[] {
  return lacksSymbols(judged) ? [SYMBOLS] : [];
}

/** By its bucket, by names that are only the nearest exported ones, or by frames of the kernel without a name. */
export function lacksSymbols({ crash: { facts, stack, failureBucket } }: Judged): boolean {
  const isWrong = /WRONG_SYMBOLS/i.test(failureBucket ?? '');
  const isExport =
    (stack?.frames.some(({ exportSymbol }) => exportSymbol) ?? false) ||
    facts.fields.some(
      ({ name, value }) => /export symbols/i.test(name) && isKernelModule(value.replace(/\.\w{3}$/, '')),
    );
  const isBare =
    stack?.frames.some(
      ({ module, function: name, offset }) => isKernelModule(module) && name === null && offset !== null,
    ) ?? false;
  return isWrong || isExport || isBare;
}

const SYMBOLS: NextCommand = {
  command: '.symfix; .reload /f',
  why: {
    en: 'The debugger lacks the symbols of Windows, so the names in the paste need not be right. Load them, then run !analyze -v and k once more.',
    zh: '调试器缺少 Windows 的符号，因此内容中的函数名未必正确。请先加载符号，再重新运行 !analyze -v 和 k。',
  },
};
