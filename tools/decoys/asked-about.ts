import { printAddress } from './frame-row.ts';
import { is64Bit } from './innocent.ts';
import { addressLike, afterwards } from './paste-end.ts';
import type { PlantText } from './plant-text.ts';

/*
 * Lists that hold every driver of the machine, or the one that somebody happened to ask about, and what people tell of
 * other times. None of it says anything of this stop.
 */

/** Stops that are about requests, devices or their power: there the driver of a request is no chance. */
const ABOUT_DEVICES =
  /\((?:9f|a0|fe|10d|14f|44|76|cb|ca|e6|7b)\)|POWER_STATE|WDF_VIOLATION|USB_DRIVER|MULTIPLE_IRP|PNP_/i;
/** Stops for which it matters who took the memory. */
const ABOUT_USE = /\((?:3f|d8|c4|c2|19|1a|db|2b|13a)\)|NO_MORE|POOL|LEAK|HEAP|VERIFIER/i;

/** The record of the driver itself. */
export const driverObject: PlantText = (text, { module }, random) => {
  if (ABOUT_DEVICES.test(text)) {
    return null;
  }
  const at = places(text, random);
  return afterwards(text, `!drvobj \\Driver\\${module} 1`, [
    `Driver object (${at(0)}) is for:`,
    ` \\Driver\\${module}`,
    '',
    'Driver Extension List: (id , addr)',
    '',
    'Device Object list:',
    at(1),
  ]);
};

/** A structure of the driver, shown by its type. */
export const typedObject: PlantText = (text, { module }, random) => {
  if (ABOUT_DEVICES.test(text)) {
    return null;
  }
  const at = places(text, random);
  return afterwards(text, `dt nt!_DRIVER_OBJECT ${at(0)} DriverName`, [
    `   +0x038 DriverName : _UNICODE_STRING "\\Driver\\${module}"`,
  ]);
};

/** All requests that are under way, one of them in the driver. */
export const requestList: PlantText = (text, { module }, random) => {
  if (ABOUT_DEVICES.test(text)) {
    return null;
  }
  const at = places(text, random);
  const rows = ['NpFs', module, 'Ntfs', 'mouclass'];
  return afterwards(text, '!irpfind', [
    'unable to get large pool allocation table - either wrong symbols or pool tagging is disabled',
    '',
    'Searching NonPaged pool (Irp?)',
    '',
    ...rows.map((name, row) => `${at(row * 2)} Thread ${at(row * 2 + 1)} current stack belongs to  \\Driver\\${name}`),
  ]);
};

/** Who uses how much of the pool, the driver among the first. */
export const poolUse: PlantText = (text, { module, image }, random) => {
  if (ABOUT_USE.test(text)) {
    return null;
  }
  const tag = `${module.slice(0, 3)}1`.padEnd(4, 'x');
  const count = 2000 + Math.floor(random() * 8000);
  return afterwards(text, '!poolused 2', [
    ' Sorting by NonPaged Pool Consumed',
    '',
    '               NonPaged                  Paged',
    ' Tag     Allocs         Used     Allocs         Used',
    '',
    ` ConT       ${count}     ${count * 4096}          0            0\tUNKNOWN pooltag 'ConT', please update pooltag.txt`,
    ` ${tag}       ${count - 900}     ${(count - 900) * 512}          0            0\tPooltag ${tag} : ${module}, Binary : ${image}`,
  ]);
};

/** What somebody tells of another time, which was solved. */
export const formerCrash: PlantText = (text, { image }, random) => {
  const said =
    random() < 0.5
      ? `Two years ago the old laptop had blue screens with ${image}; that was solved by an update and is another machine.`
      : `两年前另一台旧电脑蓝屏的元凶是 ${image}，更新后已经解决。`;
  return /kd>|STACK_TEXT|Arg1: /.test(text) ? [text.trimEnd(), '', said, ''].join('\n') : null;
};

/** Addresses of objects of the pool without a backtick, the same for the same number. */
function places(text: string, random: () => number): (at: number) => string {
  const [pool, room] = is64Bit(text) ? [0xffff_8d07_5000_0000n, 0x1000_0000] : [0x8800_0000n, 0x100_0000];
  const from = pool + BigInt(Math.floor(random() * room)) * 16n;
  return (at) => printAddress(from + BigInt(at) * 0x70n, addressLike(text)).replace('`', '');
}
