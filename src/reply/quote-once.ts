import type { Text } from '../language/text.ts';
import type { EvidenceReply } from './reply.ts';

type Quotes = EvidenceReply['quotes'];

export interface QuotedOnce {
  /** Quoted here for the first time. */
  readonly fresh: Quotes;
  /** Lines that a reader has met already. */
  readonly again: readonly string[];
}

/** Several claims may rest on one line: it is quoted with the first of them, and named with the others. */
export function quoteOnce(): (quotes: Quotes) => QuotedOnce {
  const seen = new Set<string>();
  return (quotes) => {
    const isSeen = quotes.map(({ place, text }) => seen.has(`${place}:${text}`));
    for (const { place, text } of quotes) {
      seen.add(`${place}:${text}`);
    }
    return {
      fresh: quotes.filter((_, index) => !isSeen[index]),
      again: quotes.filter((_, index) => isSeen[index]).map(({ place }) => place),
    };
  };
}

/** `lines 14, 32: see above`. */
export function seenAbove(lines: readonly string[]): Text {
  const list = lines.join(', ');
  return { en: `${lines.length > 1 ? 'lines' : 'line'} ${list}: see above`, zh: `第 ${list} 行：见上文` };
}
