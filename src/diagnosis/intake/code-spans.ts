import type { Line } from './line.ts';

/** A mail program may have made other marks of the backticks. */
const WHOLE_LINE = /^\s{0,8}(?:\*{2,3})?(?<mark>[`'‘’^])(?!\k<mark>{2})(?<code>.*)\k<mark>(?:\*{2,3})?$/;
const ENDS: readonly string[] = ['`', "'", '‘', '’', '^'];
/** Where a bold stretch of code begins or ends inside the line, Markdown closes one pair of backticks and opens another. */
const INNER_EDGE = /`\*{2,3}`?|`?\*{2,3}`/g;
const LEAST = 4;
const GAP = 2;

/** Takes backticks off that Markdown writers put around each line: they are no part of any address. The same list where there are none. */
export function unwrapCodeSpans(lines: readonly Line[]): readonly Line[] {
  const found: number[] = [];
  let run: number[] = [];
  let misses = 0;
  let at = -1;
  for (const { text } of lines) {
    at += 1;
    if (ENDS.includes(text.at(-1) ?? '') || text.endsWith('`**')) {
      if (WHOLE_LINE.test(text)) {
        run.push(at);
      }
      misses = 0;
    } else if (run.length > 0 && text.trim() !== '') {
      misses += 1;
    }
    if (misses > GAP) {
      if (run.length >= LEAST) {
        for (const one of run) {
          found.push(one);
        }
      }
      run = [];
      misses = 0;
    }
  }
  if (run.length >= LEAST) {
    for (const one of run) {
      found.push(one);
    }
  }
  if (found.length === 0) {
    return lines;
  }
  const result = [...lines];
  for (const place of found) {
    const line = lines[place];
    const code = WHOLE_LINE.exec(line?.text ?? '')?.groups?.code;
    if (line !== undefined && code !== undefined) {
      result[place] = { text: code.replace(INNER_EDGE, ''), lines: line.lines };
    }
  }
  return result;
}
