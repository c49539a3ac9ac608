import type { Log } from '../../ports/log.ts';

/** Rows that cannot be read are left out, and told of here without what they hold. */
export type WarnLog = Pick<Log, 'warn'>;

export const UNHEARD: WarnLog = { warn: () => undefined };
