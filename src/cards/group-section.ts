import type { Language } from '../language/text.ts';
import type { GroupReply } from '../reply/reply.ts';
import { LABELS } from '../reply/words.ts';
import type { Container } from './adaptive-card.ts';
import type { Detail } from './detail.ts';
import { heading, line, run } from './runs.ts';
import { stepLines } from './step-lines.ts';

/** What several crashes have in common, and what to do about it: the first thing on the card. */
export function groupSection(group: GroupReply, detail: Detail, language: Language): Container {
  const reasons = group.reasons.slice(0, detail.reasons);
  return {
    type: 'Container',
    style: 'emphasis',
    items: [
      heading(LABELS.shared[language]),
      line([run(group.verdict, detail.text, { weight: 'Bolder' })]),
      line([run(group.title, detail.text, { isSubtle: true })]),
      ...reasons.map((reason) => line([run(`• ${reason}`, detail.text)])),
      ...stepLines(group.steps, detail, language, `steps-${group.crashes.join('-')}`),
    ],
  };
}
