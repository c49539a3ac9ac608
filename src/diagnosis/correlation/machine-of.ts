import type { Look } from '../look.ts';

/**
 * Name of the machine a crash is of: its computer name, else maker, model, firmware and processor together; null where the
 * paste shows too little to tell one machine from another of its series.
 */
export function machineOf({ facts }: Look): string | null {
  const value = (wanted: string) => facts.systems.find(({ name }) => name === wanted)?.value.trim() ?? null;
  const computer = value('computer');
  if (computer) {
    return computer;
  }
  const parts = [value('manufacturer'), value('product'), value('bios'), value('processor')];
  return parts.some((part) => part === null) ? null : parts.join(', ');
}
