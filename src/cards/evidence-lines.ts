import type { Language } from '../diagnosis/text.ts';
import type { EvidenceReply } from '../reply/reply.ts';
import { LABELS } from '../reply/words.ts';
import type { Element } from './adaptive-card.ts';
import type { Detail } from './detail.ts';
import { heading, line, monospace, run } from './runs.ts';

/** Evidence for, then against, each with the lines of the paste that say so. */
export function evidenceLines(evidence: readonly EvidenceReply[], detail: Detail, language: Language): Element[] {
  const half = Math.ceil(detail.evidence / 2);
  const against = evidence.filter((one) => !one.for).slice(0, half);
  const supporting = evidence.filter((one) => one.for).slice(0, detail.evidence - against.length);
  return [
    ...part(LABELS.evidenceFor[language], supporting, detail),
    ...part(LABELS.evidenceAgainst[language], against, detail),
  ];
}

/** What speaks for others than the culprit: named, so that nobody thinks it was overlooked, but not quoted. */
export function consideredLines(considered: readonly EvidenceReply[], detail: Detail, language: Language): Element[] {
  const shown = considered.slice(0, Math.floor(detail.evidence / 2));
  return part(LABELS.considered[language], shown, { ...detail, quotes: 0 });
}

function part(title: string, evidence: readonly EvidenceReply[], detail: Detail): Element[] {
  if (evidence.length === 0) return [];
  return [heading(title), ...evidence.flatMap((one) => evidenceLine(one, detail))];
}

function evidenceLine({ suspect, text, quotes }: EvidenceReply, detail: Detail): Element[] {
  const quoted = quotes.slice(0, detail.quotes);
  return [
    line([run('• ', 2), run(suspect, 80, { fontType: 'Monospace', weight: 'Bolder' }), run(` – ${text}`, detail.text)]),
    ...quoted.map((quote) => monospace(`${quote.line}: ${quote.text}`, Math.min(detail.text, 180))),
  ];
}
