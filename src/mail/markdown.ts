import type { Block, Mail } from './mail.ts';

/** Characters that mean something in Markdown, and addresses and symbols are full of. */
const MEANINGFUL = /[\\`*_[\]<>#|~]/g;

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
    case 'list':
      return block.items.map((item) => `- ${literal(item)}`).join('\n');
    case 'code':
      return fenced(block.lines);
  }
}

/** A line of backticks in the output must not end the fence. */
function fenced(lines: readonly string[]): string {
  const text = lines.join('\n');
  const longest = Math.max(2, ...[...text.matchAll(/`{1,100}/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}

function literal(text: string): string {
  return text.replace(MEANINGFUL, '\\$&');
}
