import { isCommandWord } from '../names/file-names.ts';
import { fieldOffset } from '../views/field-offset.ts';
import { debuggerAddress, hexValue } from '../views/hex-value.ts';
import { stopCodeOf } from '../views/stop-code-of.ts';
import { touchedAddress } from '../views/touched-address.ts';
import type { Judged } from './judged.ts';
import type { NextCommand } from './verdict.ts';

/** Stops that corrupted or foreign memory produces: its owner decides. */
const MEMORY_CODES = new Set([
  '0xa',
  '0x19',
  '0x1a',
  '0x1e',
  '0x3b',
  '0x4e',
  '0x50',
  '0x7e',
  '0x8e',
  '0xbe',
  '0xc2',
  '0xc5',
  '0xd1',
  '0xfc',
  '0x139',
  '0x13a',
]);
/** The argument that points at the bad block, for the stops of the pool itself. */
const BLOCK_ARGUMENT: Readonly<Record<string, number>> = { '0x19': 1, '0xc2': 3, '0x13a': 2 };

/** Stops whose registers show more than their arguments: without an address, the stack is asked for, not the pool. */
const EXCEPTION_CODES = new Set(['0x1e', '0x3b', '0x7e', '0x8e']);

/** `!pool` on the structure that went wrong, or the search for the driver behind a tag that is known. */
export function poolCommands(judged: Judged): NextCommand[] {
  const { facts } = judged.crash;
  const code = stopCodeOf(judged.crash);
  if (!code || !MEMORY_CODES.has(code) || facts.tagOwners.length > 0) {
    return [];
  }
  const block = facts.poolBlocks.find(({ queried, tag }) => queried && tag !== null);
  // A tag of other characters than a word's (`FM*?`) would mean something else to the debugger.
  if (block) {
    return block.tag !== null && isCommandWord(block.tag) ? [tagCommand(block.tag)] : [];
  }
  const address = suspectAddress(judged);
  if (!address && (judged.crash.stack || EXCEPTION_CODES.has(code) || isAboutCode(judged.crash))) {
    return [];
  }
  return [
    {
      command: `!pool ${address ? debuggerAddress(address) : '<address>'} 2`,
      why: {
        en: 'Shows the pool tag of the memory that went wrong (packet, structure or buffer); "!mex.tag" with that tag names its owner.',
        zh: '显示出问题的内存（数据包、结构或缓冲区）的池标记；再用“!mex.tag”加该标记即可查出它的所有者。',
      },
    },
  ];
}

/** Most fast-fail codes are about a stack, a cookie or a call; only links of lists and trees lie in memory that has an owner. */
function isAboutCode({ bugcheck }: Judged['crash']): boolean {
  return bugcheck?.code === '0x139' && !LINKS.has(bugcheck.args[0] ?? '');
}

/** FAST_FAIL_CORRUPT_LIST_ENTRY, FAST_FAIL_INVALID_BALANCED_TREE of winnt.h. */
const LINKS = new Set(['0x3', '0x1d']);

function tagCommand(tag: string): NextCommand {
  return {
    command: `!mex.tag ${tag}`,
    why: {
      en: `Names the driver that uses the pool tag. Without the mex extension: !for_each_module s -a @#Base @#End "${tag}"`,
      zh: `查出使用该池标记的驱动。没有 mex 扩展时可用：!for_each_module s -a @#Base @#End "${tag}"`,
    },
  };
}

/** A structure the paste shows (local variable), else the block of a pool stop; null where only code or garbage is known. */
function suspectAddress(judged: Judged): string | null {
  const { crash } = judged;
  const local = crash.facts.variables.find(({ pointer }) => isKernelData(pointer));
  if (local) {
    return local.pointer;
  }
  const position = BLOCK_ARGUMENT[stopCodeOf(crash) ?? ''];
  const block = position === undefined ? null : (crash.bugcheck?.args[position] ?? null);
  if ((hexValue(block) ?? 0n) >= 0x80000000n) {
    return block;
  }
  const touched = touchedAddress(judged)?.address ?? null;
  return isKernelData(touched) && fieldOffset(touched ?? '') === null ? touched : null;
}

function isKernelData(pointer: string | null): boolean {
  const value = hexValue(pointer);
  if (value === null) {
    return false;
  }
  if (value < 1n << 32n) {
    return value >= 0x80000000n;
  }
  // Images live above 0xfffff800`00000000, where only the pools of Windows 7 (0xfffff8a0…, 0xfffffa80…) are too.
  const old = value >> 36n === 0xfffff8an || value >> 36n === 0xfffffa8n;
  return value >> 47n === 0x1ffffn && (value >> 44n !== 0xfffffn || old);
}
