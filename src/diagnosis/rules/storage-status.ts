import type { FieldFact, Lines } from '../facts.ts';
import type { Look } from '../look.ts';
import { hexValue } from '../views/hex-value.ts';
import { argumentLines, argumentOf, stopCodeOf } from '../views/stop-code-of.ts';
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
    says: ['driver', 'hardware'],
  },
  weight: 'strong',
  family: 'machine',
  shows: 'unread-disk',
  leaves: MACHINE_RECORD,
  needs: ['bugchecks'],
  find,
};

function find(look: Look): Finding[] {
  const { crash, knowledge } = look;
  const code = stopCodeOf(crash);
  if (!crash.bugcheck) {
    return [];
  }
  if (knowledge.has(code, 'exception') || knowledge.has(code, 'process-ended')) {
    return failedPageIn(look);
  }
  if (!knowledge.has(code, 'page-in')) {
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

const STATUS_FIELDS = new Set(['IO_ERROR', 'ERROR_CODE', 'EXCEPTION_PARAMETER3', 'BUGCHECK_STR', 'FAILURE_BUCKET_ID']);
const STATUS = /(?:\b(?:0x)?(?:0{8}|f{8})?|_IOERR_)(?<status>c0000[0-9a-f]{3})(?![0-9a-f])/i;

/**
 * With what the disk refused: the third parameter of the exception (public reference of EXCEPTION_RECORD), the error's code, or
 * the name of the bucket.
 */
function statusBehind(fields: readonly FieldFact[]): { status: string; name: string; lines: Lines } | null {
  for (const { name: field, value, lines } of fields) {
    const status = STATUS_FIELDS.has(field) ? `0x${STATUS.exec(value)?.groups?.status?.toLowerCase()}` : '';
    const name = DISK_STATUS[status];
    if (name !== undefined) {
      return { status, name, lines };
    }
  }
  return null;
}

/** STATUS_IN_PAGE_ERROR (public NTSTATUS list), and how the debugger calls it in the name of a stop. */
const IN_PAGE_ERROR = /\b(?:0x)?(?:f{8})?c0000006\b|_IOERR(?:_|$)/i;
const FIELDS = new Set(['EXCEPTION_CODE', 'ERROR_CODE', 'BUGCHECK_STR', 'FAILURE_BUCKET_ID']);

/** An exception, or the end of a program, because code or data could not be read back from the disk. */
function failedPageIn({ crash, facts, knowledge }: Look): Finding[] {
  const isArgument = knowledge.has(stopCodeOf(crash), 'exception') && IN_PAGE_ERROR.test(argumentOf(crash, 1) ?? '');
  const field = facts.fields.find(({ name, value }) => FIELDS.has(name) && IN_PAGE_ERROR.test(value));
  const lines = isArgument && crash.bugcheck ? argumentLines(crash.bugcheck, 1) : field?.lines;
  if (lines === undefined) {
    return [];
  }
  const behind = statusBehind(facts.fields);
  return [
    {
      suspect: 'hardware',
      for: true,
      weight: behind === null ? 'moderate' : 'strong',
      lines: [lines, ...(behind === null ? [] : [behind.lines])],
      text: {
        en: `The failure is STATUS_IN_PAGE_ERROR (0xc0000006): code or data that was to be read back from disk did not come${behind === null ? '' : `; the disk answered ${behind.status} (${behind.name})`}.`,
        zh: `失败状态为 STATUS_IN_PAGE_ERROR（0xc0000006）：要从磁盘读回的代码或数据没有读到${behind === null ? '' : `；磁盘返回 ${behind.status}（${behind.name}）`}。`,
      },
    },
  ];
}
