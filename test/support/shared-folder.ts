import { existsSync } from 'node:fs';

/** Material of the workplace that a user's machine lacks; tests that read it skip with this message. */
export const SHARED = new URL('../../../shared/', import.meta.url).pathname;

export const withShared = existsSync(SHARED) ? {} : { skip: '../shared is not on this machine' };
