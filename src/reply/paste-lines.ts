/** The lines of a text as its author sees them, by their numbers from 1. */
export interface PasteLines {
  readonly count: number;
  /** '' where there is no such line. */
  readonly at: (line: number) => string;
}

const [LINE_FEED, CARRIAGE_RETURN] = [10, 13];

/**
 * Finds where lines begin without cutting the text up: of 8 MB a handful of lines is quoted, and everybody waits while
 * hundreds of thousands of strings are made.
 */
export function pasteLines(text: string): PasteLines {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED || (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) !== LINE_FEED)) {
      starts.push(at + 1);
    }
  }
  return {
    count: starts.length,
    at: (line) => {
      const start = starts[line - 1];
      return start === undefined ? '' : text.slice(start, starts[line] ?? text.length).replace(/\r?\n$|\r$/, '');
    },
  };
}
