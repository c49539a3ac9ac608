/** A piece of a row of JSON: what a string says, still with its escapes, or whatever stands between such strings. */
export interface JsonToken {
  readonly text: string;
  /** True for a string that stands for lines of its own. */
  readonly isLines: boolean;
}

interface Literal {
  readonly from: number;
  readonly to: number;
  readonly body: string;
}

/** Shorter ones are words with a line feed behind them. */
const SHORTEST = 40;
/** Strings of a list in one row that are lines, rather than words. */
const LEAST_LISTED = 4;
const SEPARATOR = /^\s{0,40},\s{0,40}$/;

/** Cuts a row at its strings of several lines, and at lists of at least four strings. One pass, however long the row. */
export function readJsonTokens(row: string): JsonToken[] {
  const literals = readLiterals(row);
  const listed = listedLiterals(row, literals);
  const tokens: JsonToken[] = [];
  let from = 0;
  for (const literal of literals) {
    if (!listed.has(literal) && !holdsLines(literal.body)) {
      continue;
    }
    const between = row.slice(from, literal.from);
    if (!SEPARATOR.test(between)) {
      tokens.push({ text: between, isLines: false });
    }
    tokens.push({ text: literal.body, isLines: true });
    from = literal.to;
  }
  tokens.push({ text: row.slice(from), isLines: false });
  return tokens;
}

/** A string that was cut with the paste goes on to its end. */
function readLiterals(row: string): Literal[] {
  const literals: Literal[] = [];
  let from = row.indexOf('"');
  while (from !== -1) {
    let at = from + 1;
    while (at < row.length && row[at] !== '"') {
      at += row[at] === '\\' ? 2 : 1;
    }
    literals.push({ from, to: Math.min(at + 1, row.length), body: row.slice(from + 1, at) });
    from = row.indexOf('"', at + 1);
  }
  return literals;
}

function holdsLines(body: string): boolean {
  const first = body.length < SHORTEST ? -1 : body.indexOf('\\n');
  return first !== -1 && body.indexOf('\\n', first + 2) !== -1;
}

function listedLiterals(row: string, literals: readonly Literal[]): ReadonlySet<Literal> {
  const listed = new Set<Literal>();
  let run: Literal[] = [];
  const flush = () => {
    if (run.length >= LEAST_LISTED) {
      for (const literal of run) {
        listed.add(literal);
      }
    }
    run = [];
  };
  for (const literal of literals) {
    const last = run.at(-1);
    if (last !== undefined && !SEPARATOR.test(row.slice(last.to, literal.from))) {
      flush();
    }
    run.push(literal);
  }
  flush();
  return listed;
}

const ESCAPE = /\\(?:u(?<code>[0-9a-fA-F]{4})|(?<mark>[nrtbf"'\\/]))/g;
const MARKS: Readonly<Record<string, string>> = { n: '\n', r: '', t: '\t', b: '', f: '' };

/** What a JSON string says (RFC 8259, section 7). */
export function unescapeJson(body: string): string {
  return body.replace(ESCAPE, (_all, code: string | undefined, mark: string | undefined) =>
    code === undefined ? (MARKS[mark ?? ''] ?? mark ?? '') : String.fromCharCode(Number.parseInt(code, 16)),
  );
}
