const SPACE = 32;

/**
 * The character code of a cleaned line's first character that is no blank; NaN for a blank line.
 * It costs a few comparisons where a pattern that cannot match costs many: most lines are ruled out by it.
 */
export function firstCode(text: string): number {
  let at = 0;
  while (text.charCodeAt(at) === SPACE) {
    at += 1;
  }
  return text.charCodeAt(at);
}

/** The first codes of all lines, 0 for blank ones: several steps of intake look at each of them. */
export function firstCodes(lines: readonly { readonly text: string }[]): Uint16Array {
  const codes = new Uint16Array(lines.length);
  let at = 0;
  for (const { text } of lines) {
    codes[at] = firstCode(text);
    at += 1;
  }
  return codes;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isHexDigit(code: number): boolean {
  return isDigit(code) || (code >= 97 && code <= 102) || (code >= 65 && code <= 70);
}

/** Beyond ASCII anything may be a blank or a letter: there the pattern decides. */
export function isBeyondAscii(code: number): boolean {
  return code > 127;
}
