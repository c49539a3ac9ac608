import type { ReadFile } from '../../ports/file-reader.ts';

export function fileReader(_authentication: 'on' | 'off', _more: readonly string[]): ReadFile {
  return async () => ({ kind: 'refused', reason: 'forbidden' });
}
