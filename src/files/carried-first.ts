import type { ReadFile } from '../ports/file-reader.ts';

/** Reads a file that came along with its message, and fetches the others. */
export function carriedFirst(fetchFile: ReadFile): ReadFile {
  return async (file) => (file.text === undefined ? fetchFile(file) : { kind: 'text', text: file.text });
}
