import { columnsOf, wrap } from './wrap.ts';

const NARROWEST = 20;

/** Wraps prose to the width, each line behind the margin. */
export function flow(text: string, indent: number, width: number): string {
  return flowAfter('', text, indent, width);
}

/** Wraps prose behind a lead such as `- ` or `Arg1 `, under which all further lines stand. */
export function flowAfter(lead: string, text: string, indent: number, width: number): string {
  return ' '.repeat(indent) + lead + wrapBehind(text, ' '.repeat(indent + columnsOf(lead)), width);
}

/** Wraps a line below its own indent, past the number of an argument. */
export function hang(line: string, width: number): string {
  const [lead = ''] = /^ {0,8}(?:\d {2})?/.exec(line) ?? [];
  return lead + wrapBehind(line.slice(lead.length), ' '.repeat(lead.length), width);
}

function wrapBehind(text: string, margin: string, width: number): string {
  return wrap(text, Math.max(NARROWEST, width - margin.length)).replaceAll('\n', `\n${margin}`);
}
