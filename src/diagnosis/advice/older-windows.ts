import { z } from 'zod';
import type { SystemFact } from '../facts.ts';
import { shownBuild } from '../knowledge/build-numbers.ts';
import rows from './older-windows.json' with { type: 'json' };

/**
 * Shape of `older-windows.json`: what there is instead of a command on a Windows before a build. Windows 7 has PowerShell 2, which
 * knows neither CIM nor devices, network cards and disks; before it there is none at all. Windows 8 is build 9200, Windows 7 is
 * 7600, Vista 6000. A window (`devmgmt.msc`) stands where no command does it; none where nothing does.
 * Source: Microsoft Learn, "What's New in Windows PowerShell" (2.0, 3.0); pages of `wmic`, `pnputil`, `chkdsk`, `dism`.
 */
export const OlderRows = z.array(
  z.strictObject({
    /** How a command of a step begins, with its places open. The first row that fits counts. */
    begins: z.string().min(5),
    before: z.literal([6000, 7600, 9200]),
    instead: z.array(z.string().min(3)).max(2),
  }),
);

/** What to type for a command of a step, on the Windows that the paste shows; as it is where it shows none. */
export function forWindows(systems: readonly SystemFact[]): (command: string) => readonly string[] {
  const build = shownBuild(systems);
  const older = build === null ? [] : rows.filter(({ before }) => build < before);
  return (command) => older.find(({ begins }) => command.startsWith(begins))?.instead ?? [command];
}
