import { LANGUAGE_TAG } from '../language/language-of.ts';
import type { Reply } from '../reply/reply.ts';
import { subjectsOf } from '../reply/subjects.ts';
import type { AdaptiveCard, Element } from './adaptive-card.ts';
import { counted } from './buttons.ts';
import { CARD_WORDS, SHORTENED } from './card-words.ts';
import { clip } from './clip.ts';
import type { Detail } from './detail.ts';
import type { Drawing } from './drawing.ts';
import { type Frame, NO_FRAME } from './frame.ts';
import { otherSubjects } from './other-subjects.ts';
import { line, run } from './runs.ts';
import type { Section } from './sections.ts';
import { subjectScreen } from './subject-screen.ts';

/**
 * Draws a reply with the given detail. A card that `isShortened` says so where nothing of it can be fetched.
 */
export function drawCard(reply: Reply, detail: Detail, frame: Frame = NO_FRAME, isShortened = false): AdaptiveCard {
  const { language } = reply;
  const { ask } = frame;
  const summary = clip(reply.summary, Math.min(600, detail.text * 3));
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: LANGUAGE_TAG[language],
    speak: summary,
    fallbackText: summary,
    body: [
      ...frame.before,
      ...drawVerdicts({ reply, detail, ask }),
      ...(isShortened && !ask
        ? [line([run(SHORTENED[language], 200, { isSubtle: true, size: 'Small' })], 'Medium')]
        : []),
      ...frame.after,
    ],
    msteams: { width: 'Full' },
  };
}

/** The first subject on one screen, the others below it. */
export function drawVerdicts(drawing: Drawing): Element[] {
  const [first, ...others] = subjectsOf(drawing.reply);
  if (!first) {
    return [];
  }
  return [...subjectScreen(first, notes(drawing), drawing), ...otherSubjects(others, first.crashes.length, drawing)];
}

/** What a reader should know of the paste. How each rule ended is in the report as JSON: its names are ours. */
export function notes({ reply, detail }: Drawing): Section[] {
  const { warnings, language } = reply;
  const shown = warnings.slice(0, detail.warnings).map((text) => line([run(`• ${text}`, detail.text)]));
  return shown.length === 0
    ? []
    : [counted({ id: 'notes', title: CARD_WORDS.notes[language], items: shown }, warnings.length)];
}
