import type { Line } from '../../intake/line.ts';

/** One value a line, as a list of points: `* 0x0000000000000008`, `- Arg1: 0x8 <- remark`. */
const POINT =
  /^\s{0,12}(?:[-*•+]|[1-4][.)])\s{1,4}(?:(?:arg|parameter|p) ?[1-4] ?[:=] ?)?[`'"]?(?<value>0x[0-9a-f`]{1,17})(?![\w!])/i;
const MOST = 4;
const FEWEST = 2;

/** @returns the values of a list of points below a stop, as the screen prints them in one line; null where none stands there */
export function pointsBelow(body: readonly Line[], at: number): Line | null {
  const rows = body.slice(at, at + MOST);
  const end = rows.findIndex(({ text }) => !POINT.test(text));
  const own = end === -1 ? rows : rows.slice(0, end);
  const [first, last] = [own[0], own.at(-1)];
  if (own.length < FEWEST || first === undefined || last === undefined) {
    return null;
  }
  const values = own.map(({ text }) => POINT.exec(text)?.groups?.value?.replaceAll('`', '') ?? '');
  return { text: `(${values.join(', ')})`, lines: [first.lines[0], last.lines[1]] };
}
