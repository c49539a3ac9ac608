import { LANGUAGE_TAG } from '../language/language-of.ts';
import type { Explanation } from '../reply/explanation.ts';
import type { CrashReply, Reply } from '../reply/reply.ts';
import { LABELS } from '../reply/words.ts';
import type { AdaptiveCard, Element } from './adaptive-card.ts';
import { moreCrashes, shortened } from './card-words.ts';
import { clip } from './clip.ts';
import { briefCrashSection, crashSection } from './crash-section.ts';
import type { Detail } from './detail.ts';
import { fold } from './fold.ts';
import { groupSection } from './group-section.ts';
import { heading, line, run } from './runs.ts';

/** What stands around the verdicts: what they mean for a case, and the buttons that choose one. */
export interface Frame {
  readonly before: readonly Element[];
  readonly after: readonly Element[];
}
export const NO_FRAME: Frame = { before: [], after: [] };

/**
 * Draws a reply with the given detail. `explanations` belong to the crashes in the same order; a card that `isShortened`
 * says so.
 */
export function drawCard(
  reply: Reply,
  explanations: readonly Explanation[],
  detail: Detail,
  { before, after }: Frame = NO_FRAME,
  isShortened = false,
): AdaptiveCard {
  const { language } = reply;
  const summary = clip(reply.summary, Math.min(600, detail.text * 3));
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: LANGUAGE_TAG[language],
    speak: summary,
    fallbackText: summary,
    body: [
      ...before,
      ...drawVerdicts(reply, explanations, detail),
      ...trace(reply, detail),
      ...(isShortened ? leftOut(reply) : []),
      ...after,
    ],
    msteams: { width: 'Full' },
  };
}

/** What a reader must not miss. The folded trace is no part of it. */
export function drawVerdicts(reply: Reply, explanations: readonly Explanation[], detail: Detail): Element[] {
  return [
    ...reply.groups.slice(0, detail.groups).map((group) => groupSection(group, detail, reply.language)),
    ...crashSections(reply, explanations, detail),
    ...warnings(reply, detail),
  ];
}

/** Behind everything else: what is shown matters more than what is not. */
function leftOut({ crashes, language }: Reply): Element[] {
  return [line([run(shortened(crashes.length)[language], 200, { isSubtle: true, size: 'Small' })], 'Medium')];
}

function crashSections(reply: Reply, explanations: readonly Explanation[], detail: Detail): Element[] {
  const { crashes, language } = reply;
  const explained = (crash: CrashReply, index: number): Explanation =>
    explanations[index] ?? { text: crash.verdict.sentence, by: 'template' };
  const shown = crashes.slice(0, Math.max(detail.verdicts, 1));
  const hidden = crashes.length - shown.length;
  return [
    ...shown.flatMap((crash, index): Element[] => {
      const explanation = explained(crash, index);
      const draw = index < detail.fullCrashes ? crashSection : briefCrashSection;
      return [draw(crash, explanation, detail, reply)];
    }),
    ...(hidden > 0 ? [line([run(moreCrashes(hidden)[language], 80)])] : []),
  ];
}

function warnings({ warnings, language }: Reply, detail: Detail): Element[] {
  const shown = warnings.slice(0, detail.warnings);
  if (shown.length === 0) {
    return [];
  }
  return [heading(LABELS.warnings[language]), ...shown.map((text) => line([run(`• ${text}`, detail.text)]))];
}

/** What each rule saw, folded away. */
function trace({ crashes, language }: Reply, detail: Detail): Element[] {
  const rules = crashes
    .flatMap((crash) => crash.trace.map((end) => (crashes.length > 1 ? `${crash.id} ${end}` : end)))
    .slice(0, detail.trace);
  if (rules.length === 0) {
    return [];
  }
  const title = LABELS.trace[language];
  const items = [line([run(rules.join(' · '), rules.length * 80, { size: 'Small', isSubtle: true })])];
  return fold(title, 'trace', items);
}
