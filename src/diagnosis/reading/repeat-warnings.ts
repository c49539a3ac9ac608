import type { Crash } from '../crash.ts';
import type { Warning } from '../diagnosis.ts';

const TEXT = {
  en: 'What stands here was pasted twice: it is the same dump, and was read once.',
  zh: '此处的内容粘贴了两次：是同一个转储，只读取一次。',
};

/** Says that a text pasted again was not counted again. */
export function repeatWarnings({ id, repeats = [] }: Crash): Warning[] {
  return repeats.map(([from]) => ({ text: TEXT, crash: id, line: from }));
}
