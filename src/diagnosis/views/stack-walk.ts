import type { Frame, StackFact } from '../facts.ts';
import type { Look } from '../look.ts';
import { isBugcheckFrame, isKernelModule, isMachinery } from './crash-machinery.ts';
import type { DriverRole } from './driver-role.ts';
import { driverRole } from './driver-role.ts';
import { hexValue, isUserAddress } from './hex-value.ts';
import { moduleIndex } from './module-index.ts';
import type { WalkedFrame } from './walked-frame.ts';

/** A call stack without the crash's own machinery on top and without the application at the bottom. */
export interface Walk {
  readonly stack: StackFact;
  /** From the frame where things went wrong downwards. */
  readonly frames: readonly WalkedFrame[];
  /** Frames above: KeBugCheckEx, trap handlers, the clock interrupt of a watchdog. */
  readonly machinery: readonly Frame[];
  /** True where the stack shows the stop itself, not merely some thread. */
  readonly showsStop: boolean;
}

const USER_MODULE = /^(?:ntdll|kernel32|kernelbase|user32|win32u|gdi32|wow64\w{0,5}|\w{1,60}\.exe)$/i;

export function walkStack(stack: StackFact, look: Look): Walk {
  const rows = stack.frames.filter(saysSomething);
  const start = topOf(rows);
  const frames: WalkedFrame[] = [];
  const hasColumns = stack.frames.some(showsColumns);
  for (const frame of rows.slice(start)) {
    if (isUserFrame(frame)) {
      break;
    }
    frames.push({ frame, role: hasColumns && isBareWord(frame) ? null : roleOfFrame(frame, look) });
  }
  const machinery = rows.slice(0, start);
  return { stack, frames, machinery, showsStop: machinery.some(isBugcheckFrame) };
}

/** What is above a call of KeBugCheckEx came after it, by whatever names wrong symbols call it. */
const DEEPEST_CALL = 12;

function topOf(rows: readonly Frame[]): number {
  const called = rows.slice(0, DEEPEST_CALL).findLastIndex((frame) => isMachinery(frame) && isBugcheckFrame(frame));
  const top = rows.findIndex((frame, at) => at > called && !isMachinery(frame) && !isFragment(frame, rows[at + 1]));
  return top === -1 ? rows.length : top;
}

/** The compiler moves what seldom runs out of its function; such a part of the machinery lies right above another one. */
function isFragment({ module, function: name }: Frame, below: Frame | undefined): boolean {
  const isPart = module !== null && isKernelModule(module) && /^ ?\?\? ::FNODOBFM::/.test(name ?? '');
  return isPart && below !== undefined && isMachinery(below);
}

/** Damage leaves rows of which neither the symbol nor the call site can be read. */
function saysSomething({ module, function: name, address }: Frame): boolean {
  return module !== null || name !== null || address !== null;
}

/** The module a frame runs in: as printed, or the range of a listed module that holds its bare address. */
function roleOfFrame({ module, address, function: name, offset }: Frame, look: Look): DriverRole | null {
  const role = module ? driverRole(module, look) : null;
  if (module) {
    return role && !role.known && !name && isInHeader(offset) ? null : role;
  }
  const holder = moduleAt(address, look);
  return holder ? driverRole(holder, look) : null;
}

/**
 * The debugger prints a bare module only where it prints no columns (`kc`): beside addresses a module has its offset, and a
 * word alone is what is left of a torn symbol, or prose that followed the listing.
 */
function isBareWord({ function: name, offset, inline }: Frame): boolean {
  return !name && !offset && !inline;
}

function showsColumns({ childSp, returnAddress }: Frame): boolean {
  return childSp !== null || returnAddress !== null;
}

/** No code lies in the headers of an image (0x200 bytes at least): `r+0x33` is the tail of a symbol that was torn apart. */
function isInHeader(offset: string | null): boolean {
  const value = hexValue(offset);
  return value !== null && value < 0x200n;
}

/** Name of the listed module (lm, lmvm) whose range holds the address; null where none does. */
export function moduleAt(address: string | null, look: Look): string | null {
  const module = moduleIndex(look).at(address);
  return module ? (module.image ?? module.name) : null;
}

function isUserFrame({ childSp, module }: Frame): boolean {
  if (module && USER_MODULE.test(module) && !isKernelModule(module)) {
    return true;
  }
  return childSp !== null && childSp !== '0x0' && isUserAddress(childSp);
}
