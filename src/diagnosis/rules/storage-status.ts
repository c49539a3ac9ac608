import type { Look } from '../look.ts';
import { hexValue } from '../views/hex-value.ts';
import { argumentLines, stopCodeOf } from '../views/stop-code-of.ts';
import { MACHINE_RECORD } from './observations.ts';
import type { Finding, Rule } from './rule.ts';

/** NTSTATUS values with which a disk says that it cannot deliver (public NTSTATUS list). */
const DISK_STATUS: Readonly<Record<string, string>> = {
  '0xc000009c': 'STATUS_DEVICE_DATA_ERROR',
  '0xc000009d': 'STATUS_DEVICE_NOT_CONNECTED',
  '0xc000016a': 'STATUS_DISK_OPERATION_FAILED',
  '0xc0000185': 'STATUS_IO_DEVICE_ERROR',
  '0xc000003f': 'STATUS_CRC_ERROR',
  '0xc000000e': 'STATUS_NO_SUCH_DEVICE',
};

export const storageStatus: Rule = {
  name: 'storage-status',
  why: {
    en: 'Windows could not read back its own memory from disk, and the status says the device refused.',
    zh: 'Windows 无法从磁盘读回自己的内存，状态代码表明是设备拒绝了读取。',
  },
  unless: {
    en: 'A storage driver or filter reset the device, or the disk was unplugged.',
    zh: '存储驱动或筛选器重置了设备，或磁盘被拔出。',
  },
  weight: 'strong',
  family: 'machine',
  shows: 'unread-disk',
  leaves: MACHINE_RECORD,
  needs: ['bugchecks'],
  find,
};

function find({ crash, knowledge }: Look): Finding[] {
  if (!crash.bugcheck || !knowledge.has(stopCodeOf(crash), 'page-in')) {
    return [];
  }
  for (const [index, argument] of crash.bugcheck.args.entries()) {
    const value = hexValue(argument);
    const status = value === null ? null : `0x${(value & 0xffffffffn).toString(16)}`;
    const name = status ? DISK_STATUS[status] : undefined;
    if (!name) {
      continue;
    }
    return [
      {
        suspect: 'hardware',
        for: true,
        lines: [argumentLines(crash.bugcheck, index + 1)],
        text: {
          en: `Arg${index + 1} is ${status} (${name}): the disk did not deliver the page.`,
          zh: `Arg${index + 1} 为 ${status}（${name}）：磁盘没有交出所需的页面。`,
        },
      },
    ];
  }
  return [];
}
