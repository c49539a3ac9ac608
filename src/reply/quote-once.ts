import type { Text } from '../diagnosis/text.ts';
import type { EvidenceReply } from './reply.ts';

type Quotes = EvidenceReply['quotes'];

export interface QuotedOnce {
  /** Quoted here for the first time. */
  readonly fresh: Quotes;
  /** Lines that a reader has met already. */
  readonly again: readonly number[];
}

/** Several claims may rest on one line: it is quoted with the first of them, and named with the others. */
export function quoteOnce(): (quotes: Quotes) => QuotedOnce {
  const seen = new Set<string>();
  return (quotes) => {
    const isSeen = quotes.map(({ line, text }) => seen.has(`${line}:${text}`));
    for (const { line, text } of quotes) seen.add(`${line}:${text}`);
    return {
      fresh: quotes.filter((_, index) => !isSeen[index]),
      again: quotes.filter((_, index) => isSeen[index]).map(({ line }) => line),
    };
  };
}

/** `lines 14, 32: see above`. */
export function seenAbove(lines: readonly number[]): Text {
  const list = lines.join(', ');
  return { en: `${lines.length > 1 ? 'lines' : 'line'} ${list}: see above`, zh: `第 ${list} 行：见上文` };
}
