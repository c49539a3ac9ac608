import { unbound, visible } from '../diagnosis/names/inert.ts';

/** One line of at most `length` characters as a card may hold it: all of it visible, and none of it a binding or a mention. */
export function clip(text: string, length: number): string {
  const line = plain(text.slice(0, length * 2));
  return (line.length <= length ? line : `${line.slice(0, length - 1)}…`).toWellFormed();
}

/** The whole of a line, as a card may hold it. */
export function plain(text: string): string {
  return unbound(visible(text)).replaceAll('\t', ' ');
}
