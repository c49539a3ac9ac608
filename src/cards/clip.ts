/** Characters that are invisible, break the layout, or turn the reading direction of what follows. */
const INVISIBLE = /[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** One line of at most `length` characters, well-formed, without control characters. */
export function clip(text: string, length: number): string {
  const line = text.slice(0, length * 2).replace(INVISIBLE, ' ');
  return (line.length <= length ? line : `${line.slice(0, length - 1)}…`).toWellFormed();
}
