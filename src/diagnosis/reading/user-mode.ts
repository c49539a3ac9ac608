import type { Facts, FieldFact, Frame } from '../facts.ts';
import type { Section } from '../intake/line.ts';

/** The two lowest bits of a code selector are the privilege level, and 3 is that of applications (Intel SDM). */
const LEVEL = 3n;
const KERNEL = /^(?:nt|ntos\w*|ntkr\w*|hal|win32k\w*|fltmgr|ndis|tcpip|wdf01000|ci|cng)$/i;
const RUNTIME = /^(?:ntdll|kernel32|kernelbase|user32|rpcrt4|ucrtbase\w*|msvcrt|combase)$/i;
/** Kernel addresses begin here, on 64-bit and on 32-bit Windows. */
const KERNEL_ADDRESS = /^0x(?:ffff[0-9a-f]{12}|[89a-f][0-9a-f]{7})$/;

/** A few rows may be of raw memory. */
const LEAST_POINTERS = 3;

/** Switching to a thread and its exception is for applications; `.ecxr` alone new debuggers print for kernel dumps too. */
const USER_COMMAND = /~-?\d{1,4}s ?; ?\.ecxr\b/i;
/** Where the debugger switches to kernel records, or to the stop itself. */
const KERNEL_COMMAND = /^\.(?:bugcheck|thread|trap|cxr 0xf{4}|process|tss)/i;
/** `CLASS_<NTSTATUS>_image.dll!function`: kernel buckets name the module without its ending, or begin with the stop code. */
const USER_BUCKET = /^[A-Z][A-Z_]{2,60}_[8c]0[0-9a-f]{6}_(?<image>[\w.-]{1,80}\.(?:exe|dll))!/i;
/** Files of these endings that the kernel runs: itself, the HAL, display and font drivers, the debugger's transport. */
const KERNEL_FILE =
  /^(?:nt(?:os|kr)[\w.]{0,40}\.exe|(?:hal\w*|cdd|atmfd|kd\w{0,12}|bootvid|pshed|ci|tsddd|rdpdd|vga\w*|framebuf|mcupdate\w*|win32k\w*|\w*disp|\w*d[kx]32)\.dll)$/i;

/** Only a dump of the kernel has these. */
const KERNEL_FIELD = /^(?:CURRENT_IRQL|TRAP_FRAME|BUGCHECK_P[1-4]|DPC_\w+|READ_IRQL|FAULTING_THREAD_IRQL)$/;

/** What is run on the dump of a program; `u` alone may be of a file of Windows that somebody compares with. */
const PROGRAM_COMMAND =
  /^(?:!(?:analyze|heap|peb|teb|exploitable|clrstack|pe)\b|~|k[bcdnpv]{0,3}\b|\.(?:ecxr|exr|cxr)\b|r\s{0,4}$)/i;

/** True where a section is of a debugger that stopped a program, or opened its dump. */
export function isOfProgram({ prompt, command }: Section): boolean {
  return prompt === 'user' && PROGRAM_COMMAND.test(command ?? '');
}

/** True where registers, stack or fields without any prompt are those of an application: nothing of them lies in the kernel. */
export function isUserMode({ registers, stacks, fields, instructions, exceptions }: Facts): boolean {
  const frames = stacks.flatMap((stack) => stack.frames);
  if (frames.some(isKernelFrame) || instructions.some(({ address }) => KERNEL_ADDRESS.test(address))) {
    return false;
  }
  const selectors = registers.map(({ values }) => values.cs).filter((cs) => cs !== undefined);
  if (selectors.length > 0) {
    return selectors.every((cs) => (BigInt(cs) & LEVEL) === LEVEL);
  }
  // An exception and the instruction that raised it, as a debugger greets with them; a kernel's lies in the upper half.
  const isRaisedInProgram = frames.length === 0 && exceptions.length > 0 && instructions.length > 0;
  return (
    (isRaisedInProgram && !fields.some(isKernelField)) ||
    frames.some(({ module }) => RUNTIME.test(module ?? '')) ||
    isUserStack(frames) ||
    isUserAnalysis(fields)
  );
}

/** Stack pointers of a kernel thread lie in the upper half, all of them. */
function isUserStack(frames: readonly Frame[]): boolean {
  const pointers = frames.flatMap(({ childSp }) => (childSp === null || childSp === '0x0' ? [] : [childSp]));
  return pointers.length >= LEAST_POINTERS && !pointers.some((one) => KERNEL_ADDRESS.test(one));
}

/** The tail of `!analyze` alone. What speaks for the kernel wins: who takes a driver's crash for a program's stops looking. */
function isUserAnalysis(fields: readonly FieldFact[]): boolean {
  return !fields.some(isKernelField) && fields.some(isUserField);
}

function isUserField({ name, value }: FieldFact): boolean {
  if (name === 'STACK_COMMAND') {
    return USER_COMMAND.test(value);
  }
  if (name === 'IMAGE_NAME') {
    return RUNTIME.test(value.replace(/\.dll$/i, ''));
  }
  return /BUCKET/i.test(name) && USER_BUCKET.test(value);
}

function isKernelField({ name, value }: FieldFact): boolean {
  if (name === 'STACK_COMMAND') {
    return KERNEL_COMMAND.test(value);
  }
  if (name === 'IMAGE_NAME') {
    return /\.sys$/i.test(value) || KERNEL_FILE.test(value);
  }
  if (name === 'MODULE_NAME') {
    return KERNEL.test(value);
  }
  const image = USER_BUCKET.exec(value)?.groups?.image ?? '';
  return (
    KERNEL_FIELD.test(name) || (/BUCKET/i.test(name) && (/^0x|\.sys\b|!nt_/i.test(value) || KERNEL_FILE.test(image)))
  );
}

function isKernelFrame({ module, returnAddress, address, childSp }: Frame): boolean {
  const addresses = [returnAddress, address, childSp];
  return KERNEL.test(module ?? '') || addresses.some((one) => one !== null && KERNEL_ADDRESS.test(one));
}
