/** In code points: as long as a sentence has room for. Both ends tell files apart. */
const LONGEST_NAME = 80;

/**
 * A name as one line that looks like what it is: whoever sent it chose it, and marks of direction or line ends in it would
 * rearrange the sentence that repeats it. Null where nothing is left.
 */
export function visibleName(name: string): string | null {
  const line = name
    .replace(/[\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '')
    .replace(/[\p{Cc}\p{Z}]+/gu, ' ')
    .trim();
  const letters = [...line];
  if (letters.length <= LONGEST_NAME) {
    return line || null;
  }
  return `${letters.slice(0, LONGEST_NAME - 21).join('')}…${letters.slice(-20).join('')}`;
}
