import { printAddress } from './frame-row.ts';
import { codeOffset, is64Bit } from './innocent.ts';
import { addressLike, afterwards } from './paste-end.ts';
import type { PlantText } from './plant-text.ts';

/*
 * What people look at while they search: code, other processors, neighbours in the pool. Each shows a
 * driver that is there, and nothing that it did.
 */

/** Stops for which it matters what the other processors do. */
const ABOUT_PROCESSORS = /\((?:133|101|e2|80|1ca|18b)\)|WATCHDOG|MANUALLY_INITIATED|NMI_/i;
/** Stops that Verifier raises: who is under its watch is then no chance. */
const BY_VERIFIER = /\((?:c4|c9|c1|c6|d5|d6|cc|cd|e6|10d)\)|VERIFIER|SPECIAL_POOL/i;
/** Stops for which the pages of the pool are what it is about. */
const ABOUT_POOL = /!pool\b|\((?:19|c2|c5|13a|1a|d0|3f|db|2b)\)|POOL|HEAP/i;

/** What the driver's code looks like, which nobody ran. */
export const disassembly: PlantText = (text, innocent, random) => {
  const offset = codeOffset(innocent, random);
  const [first, second, third] = [0n, 4n, 7n].map((step) => at(text, innocent.start + offset + step));
  const name = `${innocent.module}+0x${offset.toString(16)}`;
  return afterwards(text, `u ${name} l3`, [
    `${name}:`,
    `${first} 4883ec28        sub     rsp,28h`,
    `${second} 488bd9          mov     rbx,rcx`,
    `${third} 488b4118        mov     rax,qword ptr [rcx+18h]`,
  ]);
};

/** What another processor was doing at that moment: something, as always. */
export const otherProcessor: PlantText = (text, innocent, random) => {
  if (!is64Bit(text) || ABOUT_PROCESSORS.test(text)) {
    return null;
  }
  const stack = 0xffff_f90f_2000_0000n + BigInt(Math.floor(random() * 0x10_0000)) * 16n;
  const own = `${innocent.module}+0x${codeOffset(innocent, random).toString(16)}`;
  const sites = [own, 'nt!IopProcessWorkItem+0x135', 'nt!ExpWorkerThread+0x105', 'nt!PspSystemThreadStartup+0x55'];
  return afterwards(text, '!running -t', [
    'System Processors:  (000000000000000f)',
    '  Idle Processors:  (000000000000000b)',
    '',
    '       Prcbs             Current         (pri) Next            (pri) Idle',
    `  2    ${at(text, stack).replace('`', '')}  ${at(text, stack + 0x100n).replace('`', '')} (12)                       ${at(text, stack + 0x200n).replace('`', '')}  ................`,
    '',
    ' # Child-SP          RetAddr               Call Site',
    ...sites.map(
      (site, row) =>
        `${row.toString(16).padStart(2, '0')} ${at(text, stack + BigInt(row) * 0x60n)} ${at(text, innocent.start + BigInt(row) * 0x40n)}     ${site}`,
    ),
  ]);
};

/** Somebody looked at a block of the pool to which nothing of the crash points, or at the one beside it. */
export const poolPage: PlantText = (text, innocent, random) => {
  if (!is64Bit(text) || ABOUT_POOL.test(text)) {
    return null;
  }
  const page = 0xffff_8d07_3000_0000n + BigInt(Math.floor(random() * 0x1_0000)) * 0x1000n;
  const tag = `${innocent.module.slice(0, 3)}1`.padEnd(4, 'x');
  const [start, end] = [0n, 0x120n].map((step) => at(text, page + step).replace('`', ''));
  const owner = `\t\tPooltag ${tag} : ${innocent.module}, Binary : ${innocent.image}`;
  const isAsked = random() < 0.5;
  return afterwards(text, `!pool ${isAsked ? start : end}`, [
    `Pool page ${isAsked ? start : end} region is Nonpaged pool`,
    `${isAsked ? '*' : ' '}${start} size:  120 previous size:    0  (Allocated) ${isAsked ? '*' : ' '}${tag}`,
    owner,
    `${isAsked ? ' ' : '*'}${end} size:   80 previous size:  120  (Allocated) ${isAsked ? ' ' : '*'}Even`,
    ...(isAsked ? [] : ['\t\tPooltag Even : Event objects']),
  ]);
};

/** Somebody had Verifier watch the driver, and it found nothing. */
export const watched: PlantText = (text, innocent) =>
  BY_VERIFIER.test(text)
    ? null
    : afterwards(text, '!verifier', [
        '',
        'Verify Flags Level 0x000209bb',
        '',
        'Verified Drivers:',
        '',
        '\t\t\tDriver Verification List',
        '\t\t\t------------------------',
        '',
        `nt!_VF_TARGET_DRIVER 0x${at(text, innocent.start).replace('`', '')}: ${innocent.image} (Loaded)`,
      ]);

/** A device of the driver that never started, and has nothing to do with the stop. */
export const failedDevice: PlantText = (text, { module }, random) => {
  if (!is64Bit(text) || /\((?:9f|ca|7b|10d|e6|14f|fe)\)|POWER_STATE|PNP_DETECTED|DevNode/i.test(text)) {
    return null;
  }
  const node = 0xffff_8d07_4000_0000n + BigInt(Math.floor(random() * 0x100_0000)) * 16n;
  return afterwards(text, '!devnode 0 21', [
    'Dumping IopRootDeviceNode (= 0xffff8d0710a3ab20)',
    `DevNode 0x${at(text, node).replace('`', '')} for PDO 0x${at(text, node + 0x400n).replace('`', '')}`,
    '  InstancePath is "ROOT\\SYSTEM\\0004"',
    `  ServiceName is "${module}"`,
    '  State = DeviceNodeDriversAdded (0x305)',
    '  Problem = CM_PROB_FAILED_START',
  ]);
};

function at(text: string, address: bigint): string {
  return printAddress(address, addressLike(text));
}
