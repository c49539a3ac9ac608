import { z } from 'zod';

/** Shape of `windows-builds.json`. Dates are the last day of any regular edition's servicing (public lifecycle pages). */
export const WindowsBuildRow = z.strictObject({
  build: z.int().positive(),
  name: z.string().min(5),
  endOfSupport: z.iso.date().nullable(),
});

export const WindowsBuildRows = z.array(WindowsBuildRow);
