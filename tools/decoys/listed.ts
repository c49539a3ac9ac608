import { printAddress } from './frame-row.ts';
import type { Innocent } from './innocent.ts';
import { addressLike, afterwards } from './paste-end.ts';
import type { PlantText } from './plant-text.ts';

/** Power stops wait for a device, so who sits on its stack matters there. */
const POWER_STOP = /\b(?:9f|a0)\b|POWER_STATE|POWER_ERROR/i;

/** A minifilter among those that are loaded. */
export const listedFilter: PlantText = (text, innocent, random) => {
  const filters = [
    ['WdFilter', '328010'],
    [innocent.module, '385100'],
    ['luafv', '135000'],
    ['FileInfo', '40500'],
  ] as const;
  const address = objectAddress(text, random);
  return afterwards(text, '!fltkd.filters', [
    '',
    `Filter List: ${address(0)} "Frame 0" `,
    ...filters.flatMap(([name, altitude], at) => [
      `   FLT_FILTER: ${address(at * 2 + 1)} "${name}" "${altitude}"`,
      `      FLT_INSTANCE: ${address(at * 2 + 2)} "${name} Instance" "${altitude}"`,
    ]),
  ]);
};

/** A filter above the disk, in a stop that has nothing to do with power. */
export const deviceStack: PlantText = (text, innocent, random) => {
  if (POWER_STOP.test(text)) {
    return null;
  }
  const address = objectAddress(text, random);
  return afterwards(text, `!devstack ${address(1)}`, [
    `  !DevObj           !DrvObj            !DevExt           ObjectName`,
    deviceRow(' ', address(0), innocent, address(4), ''),
    deviceRow('>', address(1), { module: 'disk' }, address(5), 'DR0'),
    deviceRow(' ', address(2), { module: 'ACPI' }, address(6), ''),
    deviceRow(' ', address(3), { module: 'storahci' }, address(7), '0000002e'),
  ]);
};

function deviceRow(
  mark: string,
  device: string,
  { module }: Pick<Innocent, 'module'>,
  extension: string,
  name: string,
): string {
  return `${mark} ${device}  ${`\\Driver\\${module}`.padEnd(18)} ${extension}  ${name}`.trimEnd();
}

/** Addresses of objects of the pool, the same for the same number. */
function objectAddress(text: string, random: () => number): (at: number) => string {
  const like = addressLike(text).replace('`', '');
  const [pool, room] = like.length > 8 ? [0xffff_9a8c_4000_0000n, 0x1000_0000] : [0x8500_0000n, 0x100_0000];
  const from = pool + BigInt(Math.floor(random() * room)) * 16n;
  return (at) => printAddress(from + BigInt(at) * 0x1450n, like);
}
