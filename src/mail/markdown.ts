import { visible } from '../diagnosis/names/inert.ts';
import type { Block, Mail } from './mail.ts';

/**
 * Characters that mean something in Markdown, and addresses and symbols are full of; `&` begins an entity, `$` a formula,
 * a dash a list.
 */
const MEANINGFUL = /[\\`*_[\]<>#|~&$]|^[-+=]/g;

/** The mail as Markdown; values of the paste are shown as they are. */
export function mailAsMarkdown({ subject, blocks }: Mail): string {
  return [`**${literal(subject)}**`, ...blocks.map(write)].join('\n\n');
}

function write(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return literal(block.text);
    case 'heading':
      return `## ${literal(block.text)}`;
    case 'lines':
      return block.lines.map(literal).join('  \n');
    case 'list':
      return block.items.map((item) => `- ${literal(item)}`).join('\n');
    case 'code':
      return fenced(block.lines);
  }
}

/** A line of backticks in the output must not end the fence. */
function fenced(lines: readonly string[]): string {
  const text = lines.map(visible).join('\n');
  const longest = [...text.matchAll(/`+/g)].reduce((most, [run]) => Math.max(most, run.length), 2);
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}

function literal(text: string): string {
  return visible(text).replace(MEANINGFUL, '\\$&');
}
