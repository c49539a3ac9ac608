import type { Inbox } from '#src/ports/inbox.ts';

/** Takes everything and keeps nothing: for what is put around an inbox. */
export const IDLE_INBOX: Inbox = {
  accept: async () => 'accepted',
  begin: async () => null,
  keep: async () => undefined,
  ignore: async () => undefined,
  resume: async () => undefined,
  suspend: async () => undefined,
  tidy: async () => 0,
  isReachable: async () => true,
};
