import { z } from 'zod';

/** Shape of `debugger-commands.json`: the first word of a command, and what it does, for whoever must run it. */
export const CommandRow = z.strictObject({
  command: z.string().regex(/^[^A-Z\s]\S*$/),
  en: z.string().min(5),
  zh: z.string().min(3),
  source: z.string().min(5),
});
export type CommandRow = z.infer<typeof CommandRow>;

export const CommandRows = z.array(CommandRow);
