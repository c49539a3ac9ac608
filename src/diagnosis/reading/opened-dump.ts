import type { Text } from '../../language/text.ts';
import type { Line } from '../intake/line.ts';

/** How the debugger begins: the dump it opens, and of which kind that is. */
const LOADING = /\bLoading Dump File \[(?<path>[^\]]{3,260})\]/i;
/** A name that may be shown: the end of the path. */
const FILE = /(?:^|[\\/])(?<file>[\w.() -]{1,80}\.(?:dmp|mdmp|hdmp))$/i;
const LONGEST = 400;

/**
 * What to say where a debugger has opened a dump, and the paste ends before it says anything of it: it is output, but of
 * no stop yet.
 * @returns null where no dump is opened; the line is that of the first
 */
export function openedDump(lines: readonly Line[]): { readonly text: Text; readonly line: number } | null {
  for (const { text, lines: place } of lines) {
    const path = LOADING.exec(text.slice(0, LONGEST))?.groups?.path;
    if (path !== undefined) {
      return { text: opened(FILE.exec(path)?.groups?.file ?? null), line: place[0] };
    }
  }
  return null;
}

function opened(file: string | null): Text {
  return {
    en: `A debugger opened ${file ?? 'a dump'} here, but the paste ends before anything that it found there: no stop code, no arguments, no call stack. Run !analyze -v in the same window and paste the whole output.`,
    zh: `这里用调试器打开了${file === null ? '一个转储' : `转储 ${file}`}，但粘贴内容中还没有任何分析结果：没有停止代码、参数和调用堆栈。请在同一窗口中运行 !analyze -v，并粘贴完整输出。`,
  };
}
