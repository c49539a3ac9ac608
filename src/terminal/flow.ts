import wrapAnsi from 'wrap-ansi';

const NARROWEST = 20;
/** Chinese has no blanks to break at, so its lines are broken anywhere; symbols of an English text stay whole. */
const HAN = /\p{Script=Han}/u;

/** Wraps prose to the width, each line behind the margin. */
export function flow(text: string, indent: number, width: number): string {
  const margin = ' '.repeat(indent);
  return margin + wrapBehind(text, margin, width);
}

/** Wraps a line below its own indent, past the number of an argument. */
export function hang(line: string, width: number): string {
  const [lead = ''] = /^ {0,8}(?:\d {2})?/.exec(line) ?? [];
  return lead + wrapBehind(line.slice(lead.length), ' '.repeat(lead.length), width);
}

function wrapBehind(text: string, margin: string, width: number): string {
  const columns = Math.max(NARROWEST, width - margin.length);
  return wrapAnsi(text, columns, { hard: HAN.test(text), trim: true }).replaceAll('\n', `\n${margin}`);
}
