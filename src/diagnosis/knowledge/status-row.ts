import { z } from 'zod';

/** Shape of the rows in `status-codes/*.json`: code, name as the Windows headers spell it, meaning in our words. */
export const StatusRow = z.strictObject({
  code: z.string().regex(/^0x(?:0|[1-9a-f][0-9a-f]{0,7})$/),
  name: z.string().regex(/^[A-Za-z0-9_+. ]+$/),
  en: z.string().min(2),
  zh: z.string().min(1),
  source: z.string().min(5),
});
export type StatusRow = z.infer<typeof StatusRow>;

export const StatusRows = z.array(StatusRow);
