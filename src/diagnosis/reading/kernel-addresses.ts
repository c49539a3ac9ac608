import type { Line } from '../intake/line.ts';

const KERNEL_ADDRESS = /(?<![0-9a-f])f{4}[0-9a-f]{4}`?[0-9a-f]{8}(?![0-9a-f])/gi;

/** Addresses of the kernel's half that the lines show, without backtick, lower case: each start of a machine has others. */
export function kernelAddresses(lines: readonly Line[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { text } of lines) {
    for (const [address] of text.matchAll(KERNEL_ADDRESS)) {
      // The top values are error codes and small negative numbers, the same on every machine.
      if (!/^f{7}/i.test(address)) {
        found.add(address.replace('`', '').toLowerCase());
      }
    }
  }
  return found;
}
