import { isNetworkExtension } from '../knowledge/images.ts';
import {
  isDrawingEngine,
  isFastIo,
  isInputHanding,
  isPacketHanding,
  isPowerFramework,
  isRequestGiving,
  isRequestPassing,
  isRequestResuming,
  isStreamHanding,
  isSystemRoutine,
  isSystemService,
  isUnwinding,
  isZwCall,
} from '../knowledge/routines.ts';
import { isSameRequest, showsSameRequest } from './same-request.ts';
import type { WalkedFrame } from './walked-frame.ts';

/** How a driver came to stand on the stack without having done anything that the fault is about. */
export type Standing =
  | 'hook' // in the table of system services, and handed the call on
  | 'filter' // was given a request, and gave the same one to the next driver
  | 'drawing' // a display DLL that gave drawing back to Windows
  | 'input' // put between port and class driver of keyboards or mice, handed on what was typed
  | 'messenger' // handed a packet on; another module worked on it
  | 'adapter' // handed a request on to the port class driver
  | 'detector' // the power engine plug-in that counted what another one did
  | 'unwound'; // its call is being left; what runs above is the clean-up of Windows

export interface Bystander {
  readonly image: string;
  readonly standing: Standing;
  /** Its frames, upper one first. */
  readonly frames: readonly WalkedFrame[];
  /** The frame above, to which it handed on; the one below where there is none. */
  readonly beside: WalkedFrame;
}

/** Leftovers that a 32-bit debugger prints between a hook and the system call that led to it. */
const MOST_LEFTOVERS = 2;

/**
 * Drivers from outside Windows on a call stack who only stand there, as the frames around them show. A driver that stands
 * in several places counts for each place alone.
 */
export function bystanders(frames: readonly WalkedFrame[]): readonly Bystander[] {
  const found: Bystander[] = [];
  for (let from = 0; from < frames.length; from += 1) {
    const image = foreignImage(frames[from]);
    if (image === null) {
      continue;
    }
    const start = from;
    while (foreignImage(frames[from + 1]) === image) {
      from += 1;
    }
    const beside = frames[start - 1] ?? frames[from + 1];
    const standing = beside ? standingOf(frames, start, from) : null;
    if (standing && beside) {
      found.push({ image, standing, frames: frames.slice(start, from + 1), beside });
    }
  }
  return found;
}

function foreignImage(walked: WalkedFrame | undefined): string | null {
  return walked?.role?.role === 'third-party' ? walked.role.image : null;
}

/** Frames looked at above and below a stretch: no path from a driver to a fault is longer, and a paste may hold any number. */
const FAR = 64;
const NEAR = 16;

/** @param start first and `end` last frame of the driver's stretch */
function standingOf(frames: readonly WalkedFrame[], start: number, end: number): Standing | null {
  const above = frames.slice(Math.max(0, start - FAR), start).reverse();
  const below = frames.slice(end + 1, end + 1 + NEAR);
  const [callee] = above;
  if (!callee) {
    return isPowerFramework(below[0]?.frame.function) ? 'detector' : null;
  }
  if (isUnwound(above)) {
    return 'unwound';
  }
  if (isHooked(above, below)) {
    return 'hook';
  }
  if (isDrawingEngine(callee.frame.function) && isGraphics(callee) && (below.some(isGraphics) || isLost(below))) {
    return 'drawing';
  }
  if (isInputHanding(callee.frame.function) && isOfWindows(below[0])) {
    return 'input';
  }
  if (isStreamHanding(callee.frame.function) && isOfWindows(callee)) {
    return 'adapter';
  }
  if (isMessenger(above)) {
    return 'messenger';
  }
  if (isRequestResuming(callee.frame.function)) {
    return 'filter';
  }
  if (isFastFilter(above, below)) {
    return 'filter';
  }
  return isFilter(above, frames.slice(start, end + 1), below) ? 'filter' : null;
}

/** As many frames of the kernel above a hook as no helper has that the hook itself asked. */
const DEEP = 3;

/**
 * Called by the entry of system calls, as only a hook is; its callee carries out the service. Where the name of the service
 * is missing (tail calls leave none) a fault deep in the kernel is that of the service all the same.
 */
function isHooked(above: readonly WalkedFrame[], below: readonly WalkedFrame[]): boolean {
  const isWindows = (walked: WalkedFrame) => isKernel(walked) || isGraphics(walked);
  const isService = above.slice(0, 1).some((callee) => isSystemRoutine(callee.frame.function) && isWindows(callee));
  const isDeep = above.length >= DEEP && above.every(isWindows);
  const entry = below.findIndex(({ frame }) => isSystemService(frame.function));
  // What called the service from the kernel handed it pointers that nobody checks: no application asked.
  return (
    (isService || isDeep) &&
    entry !== -1 &&
    entry <= (isService ? MOST_LEFTOVERS : 0) &&
    // A request that was sent to it is no leftover.
    below.slice(0, entry).every((walked) => isKernel(walked) && !isPassing(walked)) &&
    !isZwCall(below[entry]?.frame.function)
  );
}

/** A driver that Windows brings: no part of the kernel, no other maker's. */
function isOfWindows(walked: WalkedFrame | undefined): boolean {
  return walked?.role?.role === 'component' || walked?.role?.role === 'port';
}

function isKernel({ role }: WalkedFrame): boolean {
  return role?.role === 'kernel';
}

/** Called without a request by the I/O manager, or by another filter in the same way, it called the next one so. */
function isFastFilter([callee]: readonly WalkedFrame[], [caller]: readonly WalkedFrame[]): boolean {
  const isCalledSo = caller !== undefined && isFileService(caller.frame.function);
  return callee?.role?.role !== 'third-party' && isFastIo(callee?.frame.function) && isCalledSo;
}

/** `NtReadFile`, `IopXxxControlFile`, or the fast path of the driver above. */
function isFileService(name: string | null): boolean {
  return /^(?:Nt|Iop)[A-Z]\w{2,40}File$/.test(name ?? '') || isFastIo(name);
}

/** Given a request by one driver, or by Windows, it called the next one with the same. */
function isFilter(above: readonly WalkedFrame[], own: readonly WalkedFrame[], below: readonly WalkedFrame[]): boolean {
  const given = below.find((walked) => !isDriverFramework(walked));
  const up = above.findIndex((walked) => !isDriverFramework(walked));
  const passed = above[up];
  if (given === undefined || !passed || !(isPassing(given) || isRequestGiving(given.frame.function))) {
    return false;
  }
  if (!isPassing(passed)) {
    // A hook of another driver's dispatch routine calls that one directly; so does everybody where IoCallDriver leaves no frame.
    return isDispatch(passed) && (isPassing(given) ? showsSameRequest : isSameRequest)(passed, own, below);
  }
  const next = above.slice(up).find((walked) => !isPassing(walked));
  return next !== undefined && isSameRequest(next, own, below);
}

/** `NtfsFsdCreate`, `AfdDispatchDeviceControl`: where a driver of Windows is entered with a request. */
function isDispatch({ frame, role }: WalkedFrame): boolean {
  return role?.role === 'component' && /Fsd[A-Z]|Dispatch/.test(frame.function ?? '');
}

function isPassing(walked: WalkedFrame | undefined): boolean {
  return isRequestPassing(walked?.frame.function);
}

/** Frames through which the driver framework hands a request in and out. */
function isDriverFramework({ role }: WalkedFrame): boolean {
  return role?.image === 'wdf01000.sys';
}

/** It handed packets on, and what failed is neither NDIS nor the kernel but somebody who worked on them. */
function isMessenger(above: readonly WalkedFrame[]): boolean {
  const [callee] = above;
  if (!callee || !isOfNetwork(callee)) {
    return false;
  }
  const worker = above.findIndex((walked) => !isOfNetwork(walked));
  const isHandedHere = above.slice(0, worker).some(({ frame }) => isPacketHanding(frame.function));
  const isElsewhere = above.slice(worker).some(({ role }) => role !== null && role.role !== 'kernel');
  return worker !== -1 && isHandedHere && isElsewhere;
}

function isOfNetwork({ role }: WalkedFrame): boolean {
  return role !== null && isNetworkExtension(role.image);
}

/** Who raised the exception stands right below the unwinding; a component of Windows in between raised it itself. */
function isUnwound(above: readonly WalkedFrame[]): boolean {
  const unwinding = above.findIndex(({ frame }) => isUnwinding(frame.function));
  return unwinding !== -1 && above.slice(0, unwinding).some(({ role }) => role !== null && role.role !== 'kernel');
}

/** Of a DLL without symbols the debugger finds no caller: there the listing ends, or goes on with addresses of no module. */
function isLost(below: readonly WalkedFrame[]): boolean {
  return below.every(({ frame, role }) => role === null && frame.module === null);
}

function isGraphics({ role }: WalkedFrame): boolean {
  return /^win32k\w{0,8}\.sys$/.test(role?.image ?? '');
}
