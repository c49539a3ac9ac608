import { z } from 'zod';

/**
 * Shape of `windows-builds.json`. Feature updates that only switch things on keep the kernel and its number: 19041 is
 * what the debugger prints for Windows 10 2004 up to 22H2. The date is the last day of servicing of any edition with that
 * kernel, paid extensions left out (public lifecycle pages).
 */
const WindowsBuildRow = z.strictObject({
  build: z.int().positive(),
  name: z.string().min(5),
  endOfSupport: z.iso.date().nullable(),
  source: z.string().min(5),
});

export const WindowsBuildRows = z.array(WindowsBuildRow);
