import type { Language } from '../language/text.ts';
import { type EvidencePart, nameBeside } from '../reply/evidence-parts.ts';
import { type quoteOnce, seenAbove } from '../reply/quote-once.ts';
import type { EvidenceReply } from '../reply/reply.ts';
import type { Element } from './adaptive-card.ts';
import type { Detail } from './detail.ts';
import { heading, line, monospace, run } from './runs.ts';

/** At most half of the evidence is about others, where there is enough of the main one. */
export function roomFor(main: readonly EvidencePart[], others: readonly EvidencePart[], most: number) {
  const forOthers = Math.max(Math.ceil(most / 2), most - countOf(main));
  const shownOthers = Math.min(forOthers, countOf(others), most);
  return { main: most - shownOthers, others: shownOthers };
}

function countOf(parts: readonly EvidencePart[]): number {
  return parts.reduce((sum, { evidence }) => sum + evidence.length, 0);
}

/** Claims by the question that they answer, each with the lines of the paste that say so. */
export function drawParts(
  parts: readonly EvidencePart[],
  most: number,
  detail: Detail,
  language: Language,
  quotes: ReturnType<typeof quoteOnce>,
): Element[] {
  let left = most;
  const drawn: Element[] = [];
  for (const { title, evidence, isNamed } of parts) {
    const shown = evidence.slice(0, left);
    left -= shown.length;
    if (shown.length === 0) {
      continue;
    }
    const name = (item: EvidenceReply) => (isNamed ? nameBeside(item, language) : null);
    drawn.push(
      heading(title),
      ...shown.flatMap((item) => [claimLine(item, name(item), detail), ...quoteLines(item, detail, language, quotes)]),
    );
  }
  return drawn;
}

function claimLine({ text }: EvidenceReply, name: string | null, detail: Detail): Element {
  const named =
    name === null ? [] : [run(name, 80, { fontType: 'Monospace' as const, weight: 'Bolder' as const }), run(' – ', 3)];
  return line([run('• ', 2), ...named, run(text, detail.text)]);
}

function quoteLines(
  item: EvidenceReply,
  detail: Detail,
  language: Language,
  quotes: ReturnType<typeof quoteOnce>,
): Element[] {
  const { fresh, again } = quotes(item.quotes.slice(0, detail.quotes));
  const quoted = fresh.map((quote) => monospace(`${quote.place}: ${quote.text}`, Math.min(detail.text, 180)));
  if (again.length === 0) {
    return quoted;
  }
  const named = run(`(${seenAbove(again)[language]})`, 80, { size: 'Small', isSubtle: true });
  return [...quoted, line([named], 'None')];
}
