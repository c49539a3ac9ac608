import { isInterruptEntry, isSystemService, isZwCall } from '../knowledge/routines.ts';
import { bystanders } from './bystanders.ts';
import type { DriverRole } from './driver-role.ts';
import type { Walk } from './stack-walk.ts';
import type { WalkedFrame } from './walked-frame.ts';

/**
 * How the nearest third-party frame relates to the frame that went wrong:
 * `itself` it is that frame; `caller` only kernel services lie between; `component` one Windows module lies between;
 * `far` several do; `zw` it called a system service itself, and only the kernel lies between; `service` a system service lies
 * between otherwise; `interrupted` it was only running when an interrupt or DPC came in.
 */
export type Nearness = 'itself' | 'caller' | 'component' | 'far' | 'zw' | 'service' | 'interrupted';

export interface NearestDriver {
  readonly walked: WalkedFrame;
  readonly role: DriverRole;
  readonly nearness: Nearness;
  /** True where only the paste's being there says that the stack is that of a crash. */
  readonly isPresumed: boolean;
  /** The frames between it and the fault, fault first, but for those who only stand there. */
  readonly between: readonly WalkedFrame[];
}

/** Frameworks that only hand a call on: they add no distance between the caller and the component that serves it. */
const DISPATCHERS = new Set(['fltmgr.sys', 'wdf01000.sys', 'ndis.sys']);

/**
 * The third-party frame nearest to the fault, or null where the kernel part of the stack shows none. Who only stands there
 * (`bystanders.ts`) is passed over.
 */
export function nearestDriver({ frames }: Walk): NearestDriver | null {
  const passedOver = new Set(bystanders(frames).flatMap((one) => one.frames));
  const index = frames.findIndex((walked) => walked.role?.role === 'third-party' && !passedOver.has(walked));
  const walked = frames[index];
  if (!walked?.role) {
    return null;
  }
  const between = frames.slice(0, index).filter((one) => !passedOver.has(one));
  return { walked, role: walked.role, nearness: nearnessOf(between), isPresumed: false, between };
}

function nearnessOf(between: readonly WalkedFrame[]): Nearness {
  if (between.length === 0) {
    return 'itself';
  }
  const names = between.map(({ frame }) => frame.function ?? '');
  if (names.some(isInterruptEntry)) {
    return 'interrupted';
  }
  const modules = new Set<string>();
  for (const { role } of between) {
    if (role && role.role !== 'kernel') {
      modules.add(role.image);
    }
  }
  if (names.some(isSystemService)) {
    return modules.size === 0 && names.some(isZwCall) ? 'zw' : 'service';
  }
  if (modules.size === 0) {
    return 'caller';
  }
  return modules.size - countOf(modules, DISPATCHERS) <= 1 ? 'component' : 'far';
}

function countOf(modules: ReadonlySet<string>, among: ReadonlySet<string>): number {
  return [...modules].filter((module) => among.has(module)).length;
}
