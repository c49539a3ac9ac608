/** What stands before a line when it is quoted, listed, numbered, timed or said by somebody. */
const MARK =
  /(?<=\S)(?:\s+|(?=>$))(?<mark>[>|#;-]|\/\/|\d{1,5}[.:]|\[?\d{1,2}:\d{2}(?::\d{2})?\]?|<[\w.-]{1,30}>|[A-Za-z][\w.-]{0,20}:)$/;
const LEAST = 4;
/** Every other line may have been broken where none was. */
const SHARE = 0.4;
/** A mark before a mark before a mark. */
const DEPTH = 4;

/**
 * Takes the mark off that each line had before all became one line: what stood before a line stands behind the one
 * above it now. It counts only where many lines end with the same one.
 */
export function stripTrailingMarks(lines: readonly string[]): readonly string[] {
  let current = lines;
  for (let depth = 0; depth < DEPTH; depth += 1) {
    const mark = commonestMark(current);
    if (mark === null) {
      break;
    }
    current = current.map((line) => stripMark(line, mark));
  }
  return current;
}

function commonestMark(lines: readonly string[]): string | null {
  const marks = Map.groupBy(lines, readMark);
  for (const [mark, carriers] of marks) {
    if (mark !== null && carriers.length >= LEAST && carriers.length >= lines.length * SHARE) {
      return mark;
    }
  }
  return null;
}

function stripMark(line: string, mark: string): string {
  let rest = line;
  while (readMark(rest) === mark) {
    rest = rest.replace(MARK, '');
  }
  return rest;
}

/** The mark at the end, whatever its number is. */
function readMark(line: string): string | null {
  return MARK.exec(line.slice(-40).trimEnd())?.groups?.mark?.replace(/\d+/g, '0') ?? null;
}
