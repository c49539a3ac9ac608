import type { StopNames } from './stop-names.ts';

/** The text with blanks in the place of the names of stops: they say "not", "system" or "died" of what they name. */
export function withoutNames(text: string, names: StopNames): string {
  let bare = text;
  for (const { at, name } of names.in(text)) {
    bare = `${bare.slice(0, at)}${' '.repeat(name.length)}${bare.slice(at + name.length)}`;
  }
  return bare;
}
