import type { Language, Text } from '../diagnosis/text.ts';
import type { AdaptiveCard, Container, Element } from './adaptive-card.ts';
import { caseActions } from './case-actions.ts';
import { caseFacts, dumpLines, timelineLines } from './case-lines.ts';
import { type CaseView, caseName } from './case-view.ts';
import { CASE_WORDS } from './case-words.ts';
import { makeCard } from './make-card.ts';
import { line, run } from './runs.ts';

/**
 * The whole case. `lead` says what was just done to it, or why it was not; `typed` is a note that could not be saved,
 * put back into the form.
 */
export function caseCard(view: CaseView, language: Language, lead: readonly Text[] = [], typed = ''): AdaptiveCard {
  const timeline: Container = {
    type: 'Container',
    id: 'timeline',
    isVisible: false,
    items: timelineLines(view, language),
  };
  return {
    ...frame(view, language, lead),
    body: [
      ...leadLines(lead, language),
      ...caseFacts(view, language),
      ...dumpLines(view, language),
      ...caseActions(view, language, typed),
      timeline,
    ],
  };
}

function frame({ case: it }: CaseView, language: Language, lead: readonly Text[]): AdaptiveCard {
  const name = `${CASE_WORDS.case[language]} ${caseName(it)}: ${it.title}`;
  return makeCard([], [...lead.map((text) => text[language]), name].join(' '), language);
}

/** What the bot says before it shows something. */
export function leadLines(lead: readonly Text[], language: Language): Element[] {
  if (lead.length === 0) return [];
  const items = lead.map((text) => line([run(text[language], 1000)]));
  return [{ type: 'Container', style: 'emphasis', items }];
}
