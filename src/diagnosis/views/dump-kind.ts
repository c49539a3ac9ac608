import type { Facts } from '../facts.ts';

/** How much of memory a dump holds: one stack, that of the kernel, or all of it. */
export type DumpKind = 'mini' | 'kernel' | 'full';

/** As the debugger says when it opens the dump, else by where Windows puts minidumps; null where the paste does not tell. */
export function dumpKind({ systems }: Facts): DumpKind | null {
  const said = systems.find(({ name }) => name === 'dump-kind')?.value;
  if (said !== undefined) {
    return kindOf(said);
  }
  const file = systems.find(({ name }) => name === 'dump-file')?.value ?? '';
  return /-\d{1,8}-\d{2}\.dmp$|\\minidump\\/i.test(file) ? 'mini' : null;
}

function kindOf(said: string): DumpKind {
  if (/^mini|only registers/i.test(said)) {
    return 'mini';
  }
  return /full|complete|user address space is available/i.test(said) && !/may not/i.test(said) ? 'full' : 'kernel';
}
