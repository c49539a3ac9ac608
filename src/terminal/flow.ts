import wrapAnsi from 'wrap-ansi';

const NARROWEST = 20;
/** Chinese has no blanks to break at, so its lines are broken anywhere; symbols of an English text stay whole. */
const HAN = /\p{Script=Han}/u;
/** No line of Chinese begins with one of these; the character before comes along. */
const BEGINS_NO_LINE = /([^\n])\n([，。：；、？！）”》]{1,3})/gu;

/** Wraps prose to the width, each line behind the margin. */
export function flow(text: string, indent: number, width: number): string {
  return flowAfter('', text, indent, width);
}

/** Wraps prose behind a lead such as `- ` or `Arg1 `, under which all further lines stand. */
export function flowAfter(lead: string, text: string, indent: number, width: number): string {
  const margin = ' '.repeat(indent);
  const hanging = ' '.repeat(indent + (HAN.test(lead) ? 0 : lead.length));
  return margin + (HAN.test(lead) ? wrapBehind(lead + text, margin, width) : lead + wrapBehind(text, hanging, width));
}

/** Wraps a line below its own indent, past the number of an argument. */
export function hang(line: string, width: number): string {
  const [lead = ''] = /^ {0,8}(?:\d {2})?/.exec(line) ?? [];
  return lead + wrapBehind(line.slice(lead.length), ' '.repeat(lead.length), width);
}

function wrapBehind(text: string, margin: string, width: number): string {
  const columns = Math.max(NARROWEST, width - margin.length);
  const isChinese = HAN.test(text);
  // A column is left for a mark that must not begin the next line.
  const wrapped = wrapAnsi(text, isChinese ? columns - 2 : columns, { hard: isChinese, trim: true });
  return wrapped.replace(BEGINS_NO_LINE, '$1$2\n').replaceAll('\n', `\n${margin}`);
}
