import type { CodeBlock } from './adaptive-card.ts';
import { clip } from './clip.ts';
import { monospace } from './runs.ts';

/**
 * Commands to copy. Teams draws a CodeBlock with a copy button on desktop and web only, so the same lines are there
 * once more as plain monospace text for every other client.
 */
export function codeBlock(lines: readonly string[], length: number): CodeBlock {
  const clipped = lines.map((text) => clip(text, length));
  return {
    type: 'CodeBlock',
    codeSnippet: clipped.join('\n'),
    language: 'PlainText',
    fallback: { type: 'Container', items: clipped.map((text) => monospace(text, length)) },
  };
}
