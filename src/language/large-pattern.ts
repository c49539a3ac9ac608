/** More signs than a text has for which the engine is content to interpret a pattern. */
const LONG_TEXT = ' '.repeat(1024);

/**
 * A pattern of many words, made when it is first asked for. The engine would interpret it at its first use and compile it at
 * the second, which together take twice as long as to compile it; for a long text it compiles at once. Some thirty patterns so
 * made take a sixth off the first reading of a process.
 */
export function largePattern(source: string, flags = ''): () => RegExp {
  let made: RegExp | null = null;
  return () => {
    made ??= compiled(new RegExp(source, flags));
    return made;
  };
}

function compiled(pattern: RegExp): RegExp {
  pattern.test(LONG_TEXT);
  pattern.lastIndex = 0;
  return pattern;
}
