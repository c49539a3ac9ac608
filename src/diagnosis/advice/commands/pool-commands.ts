import { isCommandWord } from '../../names/file-names.ts';
import type { Judged } from '../../verdict/judged.ts';
import type { NextCommand } from '../../verdict/verdict.ts';
import { debuggerAddress, hexValue } from '../../views/hex-value.ts';
import { patternIn } from '../../views/pointer-pattern.ts';
import { argumentOf, stopCodeOf } from '../../views/stop-code-of.ts';
import { touchedAddress } from '../../views/touched-address.ts';
import { isKernelPlace } from './possible-address.ts';

/** `!pool` on the structure that went wrong, or the search for the driver behind a tag that is known. */
export function poolCommands(judged: Judged): NextCommand[] {
  const { crash, knowledge } = judged;
  const { facts } = crash;
  const code = stopCodeOf(crash);
  // Where Verifier stopped the machine, it names the driver: nobody has to look for the owner of the memory.
  const overrun = blockBefore(judged);
  if (overrun !== null && facts.poolBlocks.length === 0) {
    return [{ command: `!pool ${debuggerAddress(overrun)}`, why: OVERRUN }];
  }
  const asksOwner =
    (knowledge.has(code, 'memory') && !knowledge.has(code, 'verifier')) || (code === null && ownsUnknown(judged));
  if (!asksOwner || facts.tagOwners.length > 0) {
    return [];
  }
  const block = facts.poolBlocks.find(({ queried, tag }) => queried && tag !== null);
  // A tag of other characters than a word's (`FM*?`) would mean something else to the debugger.
  if (block) {
    return block.tag !== null && isCommandWord(block.tag) ? [tagCommand(block.tag)] : [];
  }
  const address = suspectAddress(judged);
  if (!address && (crash.stack || knowledge.has(code, 'exception') || isAboutCode(judged))) {
    return [];
  }
  return [
    address
      ? { command: `!pool ${debuggerAddress(address)} 2`, why: WHOSE }
      : { command: '!pool <address> 2', why: WHICH },
  ];
}

/** Nothing but a block was shown, and nobody knows its tag: whose it is was the question. */
function ownsUnknown({ crash: { stack, facts }, knowledge }: Judged): boolean {
  const block = facts.poolBlocks.find(({ queried, tag }) => queried && tag !== null);
  const isNamed = block?.owner != null && !/^unknown\b/i.test(block.owner);
  return stack === null && block?.state === 'allocated' && !isNamed && knowledge.poolTag(block.tag ?? '') === null;
}

const WHOSE: NextCommand['why'] = {
  en: 'Shows the pool tag of the memory that went wrong (packet, structure or buffer); "!mex.tag" with that tag names its owner.',
  zh: '显示出问题的内存（数据包、结构或缓冲区）的池标记；再用“!mex.tag”加该标记即可查出它的所有者。',
};

/** The paste holds no address that could be asked about, so it is said where one is to be found. */
const WHICH: NextCommand['why'] = {
  en: 'With the address of the structure that the bad pointer was read from: after the stack, it is in a register or local variable of the frame that faulted (r, dv /t). It shows the pool tag; "!mex.tag" with that tag names the owner.',
  zh: '地址取坏指针所在的结构：显示调用堆栈后，它在出错栈帧的寄存器或局部变量中（r、dv /t）。该命令显示池标记；再用“!mex.tag”加该标记即可查出所有者。',
};

const OVERRUN: NextCommand['why'] = {
  en: 'The block ends just before the address that was touched: its pool tag tells whose it is.',
  zh: '内存块正好在被访问的地址之前结束：其池标记说明它属于谁。',
};

/** The last byte of the block behind whose end the touched address lies; null for other stops. */
function blockBefore(judged: Judged): string | null {
  const touched = touchedAddress(judged)?.address ?? null;
  const value = hexValue(touched);
  const isBehind = judged.knowledge.has(stopCodeOf(judged.crash), 'beyond-end');
  return isBehind && touched !== null && value !== null && isKernelPlace(touched, judged.crash.arch)
    ? `0x${(value - 1n).toString(16)}`
    : null;
}

/** Most fast-fail codes are about a stack, a cookie or a call; only links of lists and trees lie in memory that has an owner. */
function isAboutCode({ crash: { bugcheck }, knowledge }: Judged): boolean {
  const code = bugcheck?.code ?? null;
  return knowledge.has(code, 'fast-fail') && !knowledge.has(code, 'broken-link', bugcheck?.args);
}

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
  const { crash, knowledge } = judged;
  const local = crash.facts.variables.find(({ pointer }) => isKernelData(pointer));
  if (local) {
    return local.pointer;
  }
  const position = knowledge.argument(stopCodeOf(crash), 'pool-block');
  const block = position && argumentOf(crash, position);
  if (block && isKernelPlace(block, crash.arch)) {
    return block;
  }
  const touched = touchedAddress(judged)?.address ?? null;
  // A filler is no address: nothing of anybody lies there.
  const isPlace = touched !== null && isKernelPlace(touched, crash.arch) && patternIn(touched) === null;
  return isPlace && isKernelData(touched) ? touched : null;
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
