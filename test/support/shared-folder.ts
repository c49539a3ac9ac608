import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Material of the workplace that a user's machine lacks; tests that read it skip with this message. */
export const SHARED = fileURLToPath(new URL('../../../shared/', import.meta.url));

export const withShared = existsSync(SHARED) ? {} : { skip: '../shared is not on this machine' };
