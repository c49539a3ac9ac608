import { eachLine } from './each-line.ts';
import type { Line } from './line.ts';
import { unescapeMarkdown } from './markdown.ts';
import { joinWrappedLines, wrapWidth } from './wrapped-lines.ts';

/** A text was cut with its escapes in it or before they came in: the width that more lines show is undone first. */
export function joinEscaped(lines: readonly Line[]): readonly Line[] {
  const unescaped = eachLine(lines, unescapeMarkdown);
  if (wrapWidth(unescaped).cuts > wrapWidth(lines).cuts) {
    return joinWrappedLines(unescaped);
  }
  return joinWrappedLines(eachLine(joinWrappedLines(lines), unescapeMarkdown));
}
