import { visible } from '../diagnosis/names/inert.ts';
import type { Block, Mail } from './mail.ts';

/** The mail as plain text, for a mail client or a ticket system that shows no markup. */
export function mailAsPlainText({ subject, blocks }: Mail): string {
  return [visible(subject), ...blocks.map(write)].join('\n\n');
}

function write(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return visible(block.text);
    case 'heading':
      return `== ${visible(block.text)} ==`;
    case 'lines':
      return block.lines.map(visible).join('\n');
    case 'list':
      return block.items.map((item) => `- ${visible(item)}`).join('\n');
    case 'code':
      return block.lines.map((line) => `    ${visible(line)}`).join('\n');
  }
}
