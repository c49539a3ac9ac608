export interface FlatLines {
  readonly write: (text: string) => void;
  /** Ends the line. */
  readonly end: () => void;
  /** Ends the line where something stands on it. */
  readonly fresh: () => void;
  /** Keeps two table cells apart. */
  readonly gap: () => void;
  readonly lastCharacter: () => string;
  readonly text: () => string;
}

/** Collects lines of text; no-break spaces become spaces, because debugger output is read by columns. */
export function createLines(): FlatLines {
  const parts: string[] = [];
  let last = '\n';
  function write(text: string): void {
    const plain = text.replaceAll('\u00a0', ' ').replaceAll('\r\n', '\n').replaceAll('\r', '\n');
    if (plain === '') {
      return;
    }
    parts.push(plain);
    last = plain.slice(-1);
  }
  return {
    write,
    end: () => write('\n'),
    fresh: () => last !== '\n' && write('\n'),
    gap: () => last !== '\n' && write('  '),
    lastCharacter: () => last,
    text: () => withoutBlankEnds(parts.join('').split('\n')),
  };
}

/** Lines without trailing blanks, and without blank lines at either end; the indentation of the first one is kept. */
function withoutBlankEnds(lines: readonly string[]): string {
  const trimmed = lines.map((line) => line.trimEnd());
  const first = trimmed.findIndex((line) => line !== '');
  if (first === -1) {
    return '';
  }
  const last = trimmed.findLastIndex((line) => line !== '');
  return trimmed.slice(first, last + 1).join('\n');
}
