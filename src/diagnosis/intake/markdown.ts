const ESCAPED = /\\(?<mark>[_*$#[\]()~`>!|.+{}-])/g;
const EVIDENCE = /[A-Z0-9]\\_[A-Z]|[0-9a-f]{6}\\`[0-9a-f]{6}|\\\*\\\*|\\\[\w|\w\\!\w|\d\\\. /i;

/** True where marks are escaped throughout; `D:\a\_work\1` alone is a path. */
export function isEscaped(text: string): boolean {
  return EVIDENCE.test(text.replace(/[a-z]:\\[^\s\]]{0,300}/gi, ''));
}

/** Takes the backslashes off that Markdown writers put before `_ * $ #` and the like. */
export function unescapeMarkdown(line: string): string {
  return line.replace(ESCAPED, '$<mark>');
}
