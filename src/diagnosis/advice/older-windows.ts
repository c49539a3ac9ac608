import { z } from 'zod';
import type { Text } from '../../language/text.ts';
import type { Facts } from '../facts.ts';
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
export function forWindows(facts: Shown): (command: string) => readonly string[] {
  const build = buildOf(facts);
  const older = build === null ? [] : rows.filter(({ before }) => build < before);
  return (command) => older.find(({ begins }) => command.startsWith(begins))?.instead ?? [command];
}

/** How the driver of now comes back: the commands keep a copy of it where `pnputil` can. */
export function wayBack(facts: Shown): Text {
  const build = buildOf(facts);
  return build !== null && build < EXPORTS_DRIVERS ? ROLL_BACK : ROLL_BACK_OR_COPY;
}

const EXPORTS_DRIVERS = 9200;

const ROLL_BACK: Text = {
  en: 'The way back is "Roll Back Driver" in Device Manager.',
  zh: '如需恢复，可在设备管理器中选择“回退驱动程序”。',
};
const ROLL_BACK_OR_COPY: Text = {
  en: 'The commands keep a copy of the present driver; the way back is "Roll Back Driver" in Device Manager, or that copy.',
  zh: '下面的命令会保留当前驱动的副本；如需恢复，可在设备管理器中选择“回退驱动程序”，或使用该副本。',
};

type Shown = Pick<Facts, 'systems' | 'fields'>;

/** Debuggers called buckets after the Windows of the dump; the one called after Vista is of 7, too, and neither of later ones. */
const OLD_BUCKET = /^(?:WIN7|VISTA)_DRIVER_FAULT/;
const WINDOWS_7 = 7600;

function buildOf({ systems, fields }: Shown): number | null {
  const isOld = fields.some(({ name, value }) => name === 'DEFAULT_BUCKET_ID' && OLD_BUCKET.test(value));
  return shownBuild(systems) ?? (isOld ? WINDOWS_7 : null);
}
