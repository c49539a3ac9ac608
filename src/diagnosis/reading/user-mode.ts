import type { Facts, Frame } from '../facts.ts';

/** Code selectors of user mode: 1b and 23 for 32-bit code, 33 for 64-bit code (Intel SDM, privilege level 3). */
const USER_CODE = /^0x(?:1b|23|33)$/;
const KERNEL = /^(?:nt|ntos\w*|ntkr\w*|hal|win32k\w*|fltmgr|ndis|tcpip|wdf01000|ci|cng)$/i;
const RUNTIME = /^(?:ntdll|kernel32|kernelbase|user32|rpcrt4|ucrtbase\w*|msvcrt|combase)$/i;
/** Kernel addresses begin here, on 64-bit and on 32-bit Windows. */
const KERNEL_ADDRESS = /^0x(?:ffff[0-9a-f]{12}|[89a-f][0-9a-f]{7})$/;

/** True where registers and stack without any prompt are those of an application: nothing of them lies in the kernel. */
export function isUserMode({ registers, stacks }: Facts): boolean {
  const frames = stacks.flatMap((stack) => stack.frames);
  if (frames.some(isKernelFrame)) {
    return false;
  }
  const selectors = registers.map(({ values }) => values.cs).filter((cs) => cs !== undefined);
  if (selectors.length > 0) {
    return selectors.every((cs) => USER_CODE.test(cs));
  }
  return frames.some(({ module }) => RUNTIME.test(module ?? ''));
}

function isKernelFrame({ module, returnAddress, address, childSp }: Frame): boolean {
  const addresses = [returnAddress, address, childSp];
  return KERNEL.test(module ?? '') || addresses.some((one) => one !== null && KERNEL_ADDRESS.test(one));
}
