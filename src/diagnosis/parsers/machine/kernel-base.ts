import type { Marks } from '../marks.ts';

/** The line of the session banner that tells where the kernel lies: `Kernel base = 0x… PsLoadedModuleList = 0x…`. */
export const KERNEL_BASE: Marks = ['psloadedmodulelist = 0x'];
