import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('./measure-reading.ts', import.meta.url));

/** The memory that reading a text takes at its peak, over the size of the text; measured in a process of its own. */
export function benchMemory(text: string): number {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM], { input: text, encoding: 'utf8' });
  if (status !== 0) {
    throw new Error(`The reader could not be measured: ${stderr.slice(0, 500)}`);
  }
  return Number(stdout) / text.length;
}
