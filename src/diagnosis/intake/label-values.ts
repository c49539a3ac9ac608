import type { Line } from './line.ts';

/** What a screen, a tool or a person prints before the file that failed; a longer line is a sentence. */
const BLAMES = '(?:fail(?:ed|ing|ure)?|fault(?:ing|y)?|caused by|culprit|blamed|responsible)';
const BLAMES_IN_CHINESE = '(?:失败|失敗|故障|出错|出錯|出现问题|出現問題|导致|導致|引起|肇事|罪魁)';
const LABEL = new RegExp(
  `^\\W{0,8}(?:[\\w ,'?-]{0,24}\\b${BLAMES}\\b[\\w ?-]{0,16}|.{0,12}${BLAMES_IN_CHINESE}.{0,12})\\s{0,20}[:：]?\\W{0,4}$`,
  'i',
);
/** The cheap looks before it: how such a line ends. */
const ENDS = /(?:[:：]|\bdriver|\bfailed\??|\bfile|文件|驱动|驅動)\W{0,4}$/i;
const LONGEST = 60;
/** A file stands there alone, with its place behind it, or after the stars of an old screen. */
const PLACE = '(?:\\s{0,2}\\+\\s{0,2}(?:0x)?[0-9a-f]{1,8}| \\([\\w$.+!-]{1,80}\\)| ?[-–] Address .{1,80})';
const FILE = new RegExp(
  `^\\s{0,24}(?:\\*{1,3}\\s{1,4}|[-•>] )?["'\`]{0,2}(?<value>[\\w$.-]{1,80}\\.(?:sys|dll|exe)["'\`]{0,2}${PLACE}?)[.,;]?$`,
  'i',
);
/** The cheap look before it. */
const ENDING = /\.(?:sys|dll|exe)/i;
/** A blank line may have come between them. */
const MOST_BETWEEN = 2;

/**
 * Joins a label with the file that stands alone in the line below it: "What failed:", then the driver. Where another file
 * follows, it is the head of a list.
 */
export function joinLabels(lines: readonly Line[]): readonly Line[] {
  const joined: Line[] = [];
  let until = 0;
  for (const [at, line] of lines.entries()) {
    if (at < until) {
      continue;
    }
    const below = isLabel(line.text) ? fileBelow(lines, at) : null;
    const { value } = below === null ? {} : (FILE.exec(lines[below]?.text ?? '')?.groups ?? {});
    if (below === null || value === undefined) {
      joined.push(line);
      continue;
    }
    const head = line.text.trimEnd();
    const text = `${/[:：]$/.test(head) ? head : `${head}:`} ${value}`;
    joined.push({ text, lines: [line.lines[0], lines[below]?.lines[1] ?? line.lines[1]] });
    until = below + 1;
  }
  return joined.length === lines.length ? lines : joined;
}

function isLabel(text: string): boolean {
  return text.length <= LONGEST && ENDS.test(text) && LABEL.test(text);
}

function fileBelow(lines: readonly Line[], at: number): number | null {
  const [below = null, next = null] = [1, 2, 3, 4].map((by) => at + by).filter((place) => !isBlank(lines[place]));
  const isNear = below !== null && below - at <= MOST_BETWEEN && isFile(lines[below]);
  return isNear && !(next !== null && isFile(lines[next])) ? below : null;
}

function isBlank(line: Line | undefined): boolean {
  return line === undefined || line.text.trim() === '';
}

function isFile(line: Line | undefined): boolean {
  const text = line?.text ?? '';
  return ENDING.test(text) && FILE.test(text);
}
