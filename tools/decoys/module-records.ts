import { printAddress } from './frame-row.ts';
import { type Innocent, is64Bit } from './innocent.ts';
import { addressLike, afterwards } from './paste-end.ts';
import type { PlantText } from './plant-text.ts';

/** Built years before everything else on the machine. */
export const oldModule: PlantText = (text, innocent, random) => {
  const { module, image } = innocent;
  const stamp = 0x4400_0000 + Math.floor(random() * 0x0700_0000);
  return afterwards(text, `lm t n m ${module}`, [
    ...moduleHeading(text),
    `${moduleRange(text, innocent)}   ${module.padEnd(8)} ${image.padEnd(12)} ${linkTime(stamp)} (${hex(stamp)})`,
  ]);
};

/** A file that nobody signed has no checksum, and names no company. */
export const unsignedModule: PlantText = (text, innocent, random) =>
  afterwards(text, `lmvm ${innocent.module}`, [
    ...moduleRecord(text, innocent, random, '00000000'),
    '    Information from resource tables:',
    `        InternalName:     ${innocent.image}`,
    `        OriginalFilename: ${innocent.image}`,
    '        FileVersion:      1.0.0.1',
  ]);

/** Nobody says in its file who made it. */
export const namelessModule: PlantText = (text, innocent, random) =>
  afterwards(
    text,
    `lmvm ${innocent.module}`,
    moduleRecord(text, innocent, random, hex(0x10000 + Math.floor(random() * 0xf0000))),
  );

/** A driver that went long ago, and whose place nobody touches. */
export const unloadedModule: PlantText = (text, innocent) =>
  afterwards(text, 'lm', [
    ...moduleHeading(text),
    '...',
    '',
    'Unloaded modules:',
    `${moduleRange(text, innocent)}   ${innocent.image}`,
    '    Timestamp: unavailable (00000000)',
    '    Checksum:  00000000',
    `    ImageSize:  ${hex(Number(innocent.size))}`,
  ]);

function moduleRecord(text: string, innocent: Innocent, random: () => number, checksum: string): string[] {
  const { module, image, size } = innocent;
  const stamp = (is64Bit(text) ? 0x5800_0000 : 0x4900_0000) + Math.floor(random() * 0x0200_0000);
  return [
    ...moduleHeading(text),
    `${moduleRange(text, innocent)}   ${module} T (no symbols)           `,
    `    Loaded symbol image file: ${image}`,
    `    Image path: \\SystemRoot\\system32\\DRIVERS\\${image}`,
    `    Image name: ${image}`,
    `    Timestamp:        ${linkTime(stamp)} (${hex(stamp)})`,
    `    CheckSum:         ${checksum}`,
    `    ImageSize:        ${hex(Number(size))}`,
    '    Translations:     0000.04b0 0000.04e4 0409.04b0 0409.04e4',
  ];
}

function moduleHeading(text: string): string[] {
  const wide = is64Bit(text);
  return [
    'Browse full module list',
    `start${' '.repeat(wide ? 13 : 4)}${wide ? '' : ' '}end${' '.repeat(wide ? 17 : 9)}module name`,
  ];
}

function moduleRange(text: string, { start, size }: Innocent): string {
  const like = addressLike(text);
  return `${printAddress(start, like)} ${printAddress(start + size, like)}`;
}

/** `Thu Mar 12 09:12:33 2009`: toUTCString says `Thu, 12 Mar 2009 09:12:33 GMT`. */
function linkTime(stamp: number): string {
  const [day = '', date = '', month = '', year = '', time = ''] = new Date(stamp * 1000).toUTCString().split(' ');
  return `${day.replace(',', '')} ${month} ${date} ${time} ${year}`;
}

function hex(value: number): string {
  return value.toString(16).toUpperCase().padStart(8, '0');
}
