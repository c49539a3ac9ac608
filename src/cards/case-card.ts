import type { Language, Text } from '../language/text.ts';
import type { AdaptiveCard, Element } from './adaptive-card.ts';
import { cardSize, LARGEST_CARD } from './card-size.ts';
import { caseActions } from './case-actions.ts';
import { type CaseDetail, caseFacts, dumpLines, timelineLines } from './case-lines.ts';
import { type CaseView, caseName } from './case-view.ts';
import { CASE_WORDS, unreadableText } from './case-words.ts';
import { makeCard } from './make-card.ts';
import { line, run } from './runs.ts';

/** From everything to the least; the first that fits is drawn. */
const DETAILS: readonly CaseDetail[] = [
  { dumps: 8, groups: 3, events: 15, text: 400 },
  { dumps: 6, groups: 2, events: 8, text: 250 },
  { dumps: 4, groups: 1, events: 4, text: 120 },
];
const LEAST: CaseDetail = { dumps: 2, groups: 1, events: 1, text: 80 };

/**
 * The whole case, as far as it fits. `lead` says what was just done to it, or why it was not; `typed` is an
 * outcome that could not be saved, put back into the form.
 */
export function caseCard(view: CaseView, language: Language, lead: readonly Text[] = [], typed = ''): AdaptiveCard {
  for (const detail of DETAILS) {
    const card = draw(view, language, lead, typed, detail);
    if (cardSize(card) <= LARGEST_CARD) {
      return card;
    }
  }
  return draw(view, language, lead, typed, LEAST);
}

function draw(
  view: CaseView,
  language: Language,
  lead: readonly Text[],
  typed: string,
  detail: CaseDetail,
): AdaptiveCard {
  const items = timelineLines(view, detail, language);
  return {
    ...frame(view, language, lead),
    body: [
      ...leadLines(lead, language),
      ...caseFacts(view, language),
      ...leftOut(view, language),
      ...dumpLines(view, detail, language),
      ...caseActions(view, language, typed),
      { type: 'Container', id: 'timeline', isVisible: false, items },
    ],
  };
}

/** Whoever looks at a case is told that its record has a hole. */
function leftOut({ case: { unreadable } }: CaseView, language: Language): Element[] {
  return unreadable === 0 ? [] : [line([run(unreadableText(unreadable)[language], 200)])];
}

function frame({ case: it }: CaseView, language: Language, lead: readonly Text[]): AdaptiveCard {
  const name = `${CASE_WORDS.case[language]} ${caseName(it)}: ${it.title}`;
  return makeCard([], [...lead.map((text) => text[language]), name].join(' '), language);
}

/** What the bot says before it shows something. */
export function leadLines(lead: readonly Text[], language: Language): Element[] {
  if (lead.length === 0) {
    return [];
  }
  const items = lead.map((text) => line([run(text[language], 600)]));
  return [{ type: 'Container', style: 'emphasis', items }];
}

/** What stands below a verdict, for whoever wants to know more. */
export function subtleLines(said: readonly Text[], language: Language): Element[] {
  return said.map((text) => line([run(text[language], 400, { isSubtle: true })]));
}
