import type { Line } from './line.ts';
import { CERTAIN_STARTS, countLikelyStarts, holdsCertainStart, LIKELY_STARTS } from './line-starts.ts';
import { joinRewrapped, linesOfStretch } from './rewrapped.ts';
import { stripTrailingMarks } from './trailing-marks.ts';

/** A line longer than this that holds several line starts lost its breaks. */
const LONG = 90;
const MANY = 4;
const SHORT = 30;
const NOTHING = /^[\s>*•-]{0,12}$|^\s*$/;
const WHOLE_ROW =
  /^(?:[0-9a-f]{2} )?(?:[0-9a-f]{8}`[0-9a-f]{8} ){2} {0,8}: (?:[0-9a-f]{8}`[0-9a-f]{8} ){4}: [a-z_]\w{0,40}[!+]\S{1,200}$/i;
const HEADER_END = /^(?<header>[A-Z][A-Z0-9_]{4,80} \([0-9a-fA-F]{1,8}\))\s{1,40}(?<description>\S.*)$/;

/** Gives lines that were joined in copying their breaks back; each part keeps the lines of the paste it was made of. */
export function breakLines(lines: readonly Line[]): Line[] {
  const result: Line[] = [];
  const rewrapped = joinRewrapped(lines);
  for (const line of rewrapped.lines) {
    if (isOneLine(line.text)) {
      result.push(line);
      continue;
    }
    const seams = rewrapped.seams.get(line) ?? [];
    let from = 0;
    for (const text of breakLine(line.text)) {
      const at = seams.length === 0 ? 0 : Math.max(from, line.text.indexOf(text, from));
      from = at + text.length;
      result.push({ text, lines: linesOfStretch(line, seams, at, from) });
    }
  }
  return result;
}

/** Most long lines are rows of STACK_TEXT: long and yet one line. */
function isOneLine(text: string): boolean {
  return text.length < SHORT || (text.length > LONG ? WHOLE_ROW.test(text) : !holdsCertainStart(text));
}

function breakLine(text: string): readonly string[] {
  const isCollapsed = text.length > LONG && countLikelyStarts(text, MANY) >= MANY;
  if (!isCollapsed && !holdsCertainStart(text)) {
    return [text];
  }
  const starts = isCollapsed ? LIKELY_STARTS : CERTAIN_STARTS;
  const parts: string[] = [];
  let from = 0;
  for (const found of text.matchAll(starts)) {
    // A line that only begins with blanks or a list mark before its first start is no joined one.
    if (NOTHING.test(text.slice(from, found.index))) {
      continue;
    }
    parts.push(...splitHeader(text.slice(from, found.index), isCollapsed));
    from = found.index;
  }
  if (from === 0) {
    return isCollapsed ? splitHeader(text, true) : [text];
  }
  parts.push(...splitHeader(text.slice(from), isCollapsed));
  return stripTrailingMarks(parts.map((part) => part.trimEnd()));
}

/** The stop-code header stands alone on its line; its description follows. */
function splitHeader(text: string, isCollapsed: boolean): string[] {
  const found = isCollapsed ? HEADER_END.exec(text) : null;
  return found?.groups === undefined ? [text] : [found.groups.header ?? '', found.groups.description ?? ''];
}
