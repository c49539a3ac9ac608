const ESCAPED = /\\(?<mark>[_*$#[\]()~`>!|.+{}-])/g;
const EVIDENCE = /[A-Z0-9]\\_[A-Z]|[0-9a-f]{6}\\`[0-9a-f]{6}|\\\*\\\*|\\\[\w|\w\\!\w|\d\\\. /i;
const PATH = /[a-z]:\\[^\s\]]{0,300}/gi;

/**
 * True where marks are escaped throughout; `D:\a\_work\1` alone is a path.
 * Evidence holds a backslash and stays within a line, so only lines with one are looked at.
 */
export function isEscaped(text: string): boolean {
  let at = text.indexOf('\\');
  while (at !== -1) {
    const end = endOfLine(text, at);
    const line = text.slice(text.lastIndexOf('\n', at) + 1, end);
    if (EVIDENCE.test(line.replace(PATH, ''))) {
      return true;
    }
    at = text.indexOf('\\', end);
  }
  return false;
}

function endOfLine(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at === -1 ? text.length : at;
}

/** Takes the backslashes off that Markdown writers put before `_ * $ #` and the like. */
export function unescapeMarkdown(line: string): string {
  return line.includes('\\') ? line.replace(ESCAPED, '$<mark>') : line;
}
