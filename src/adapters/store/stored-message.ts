import { z } from 'zod';
import type { Message } from '../../ports/message.ts';

/** What an answer cannot do without; whatever else a message holds is as it was kept. */
const Readable = z.looseObject({
  kind: z.string(),
  scope: z.string(),
  text: z.string(),
  locale: z.string().nullable(),
  files: z.array(z.looseObject({ name: z.string(), url: z.string() })),
  unreadable: z.array(z.looseObject({ name: z.string().nullable(), reason: z.string() })),
  author: z.looseObject({ id: z.string(), name: z.string() }).optional(),
  timeZone: z.string().optional(),
});

/** Whether a kept message can be read: an older Stopcode may have written it, or a hand that knew no schema. */
export function isReadable(stored: unknown): stored is Message {
  return Readable.safeParse(stored).success;
}
