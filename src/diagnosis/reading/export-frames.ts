import type { Warning } from '../diagnosis.ts';
import type { Facts, Frame, StackFact } from '../facts.ts';
import { EXPORT_SYMBOLS } from '../parsers/modules/export-symbols.ts';

/** Where only exports are known, a name this near may still be that of the function itself. */
const NEAR = 0x1000n;
/** Exports of a few hundred bytes: what is far behind them is another function, whatever the paste says of symbols. */
const SMALL =
  /^(?:mem(?:set|cpy|move|cmp|chr)|(?:str|wcs)n?(?:len|cmp|cpy|cat|chr|str)|Rtl(?:Zero|Copy|Move|Fill)Memory|K[efix]\w{0,20}SpinLock\w{0,30})$/;
const KERNEL = /^(?:nt|ntoskrnl|ntkr\w{1,8})$/;

/** The stacks, with the frames marked whose function is only the nearest exported name. */
export function markExports({ stacks, fields, modules }: Facts): readonly StackFact[] {
  const known = new Set([
    ...fields.filter(({ name }) => name === EXPORT_SYMBOLS).map(({ value }) => nameOf(value)),
    ...modules.filter(({ symbols }) => symbols === 'export').map(({ name }) => nameOf(name)),
  ]);
  const isExport = (frame: Frame) =>
    isFar(frame) && (known.has(nameOf(frame.module ?? '')) || SMALL.test(frame.function ?? ''));
  return stacks.map((stack) =>
    stack.frames.some(isExport)
      ? {
          ...stack,
          frames: stack.frames.map((frame) => (isExport(frame) ? { ...frame, exportSymbol: true as const } : frame)),
        }
      : stack,
  );
}

function isFar({ function: name, offset }: Frame): boolean {
  return name !== null && offset !== null && BigInt(offset) >= NEAR;
}

/** The kernel has one name in a stack, and those of its files elsewhere. */
function nameOf(image: string): string {
  const name = image.toLowerCase().replace(/\.(?:sys|exe|dll)$/, '');
  return KERNEL.test(name) ? 'nt' : name;
}

/** One remark a crash: the first of the frames that are called wrongly. */
export function exportRemarks(stack: StackFact | null): { text: Warning['text']; line: number }[] {
  const frame = stack?.frames.find(({ exportSymbol }) => exportSymbol);
  if (frame === undefined) {
    return [];
  }
  const name = `${frame.module}!${frame.function}+${frame.offset}`;
  const text = {
    en: `${name} need not lie in that function: only the exported names of ${frame.module} are known, and this is the nearest one. Load its symbols (.symfix; .reload) and run k again.`,
    zh: `${name} 不一定位于该函数内：调试器只知道 ${frame.module} 的导出名，这里显示的是最近的一个。请加载符号（.symfix; .reload）后重新运行 k。`,
  };
  return [{ text, line: frame.lines[0] }];
}
