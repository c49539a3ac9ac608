import { sayIn } from '../language/say.ts';
import type { Language } from '../language/text.ts';
import type { CrashReply, EvidenceReply } from './reply.ts';
import { LABELS, pointsAwayFrom, pointsTo, suspectLabel } from './words.ts';

/** Evidence that answers one question. */
export interface EvidencePart {
  readonly title: string;
  readonly evidence: readonly EvidenceReply[];
  /** Each item is about a suspect of its own, which has to be named beside it. */
  readonly isNamed: boolean;
}

export interface EvidenceParts {
  /** About the verdict itself: what it rests on, and what does not fit. */
  readonly main: readonly EvidencePart[];
  /** About everybody else. */
  readonly others: readonly EvidencePart[];
}

/** Sorts the evidence of a crash by what a reader asks: why this one, what does not fit, why not the others. */
export function evidenceParts(
  { evidence, considered, verdict: { culprit } }: CrashReply,
  language: Language,
): EvidenceParts {
  const say = sayIn(language);
  const speaksFor = evidence.filter((item) => item.for);
  const against = evidence.filter((item) => !item.for);
  if (culprit === 'unknown') {
    return {
      main: shown([part(say(LABELS.leads), speaksFor, true)]),
      others: shown([part(say(LABELS.unlikely), against, true)]),
    };
  }
  const said = new Set(speaksFor.map(({ text }) => text));
  const others = against.filter(({ suspect, text }) => suspect !== culprit && !said.has(text));
  return {
    main: shown([
      part(say(pointsTo(culprit)), speaksFor, false),
      part(
        say(pointsAwayFrom(culprit)),
        against.filter(({ suspect }) => suspect === culprit),
        false,
      ),
    ]),
    others: shown([
      part(say(LABELS.whyNotOthers), others, true),
      part(say(LABELS.considered), considered.map(withoutQuotes), true),
    ]),
  };
}

/** The names beside the items, in the language of the reply. */
export function nameBeside({ suspect }: EvidenceReply, language: Language): string {
  return suspectLabel(suspect)[language];
}

function part(title: string, evidence: readonly EvidenceReply[], isNamed: boolean): EvidencePart {
  return { title, evidence, isNamed };
}

function shown(parts: readonly EvidencePart[]): EvidencePart[] {
  return parts.filter(({ evidence }) => evidence.length > 0);
}

/** Named so that nobody thinks it was overlooked, but not quoted. */
function withoutQuotes(item: EvidenceReply): EvidenceReply {
  return { ...item, quotes: [] };
}
