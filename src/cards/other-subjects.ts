import type { Subject } from '../reply/subjects.ts';
import type { Element } from './adaptive-card.ts';
import { buttonRows, folded, toggle } from './buttons.ts';
import { moreCrashes } from './card-words.ts';
import { crashButtons } from './crash-buttons.ts';
import type { Drawing } from './drawing.ts';
import { line, run } from './runs.ts';
import { briefCrash } from './unfolded.ts';

/** More of them would push the first verdict off the screen. */
const MOST_OPEN = 3;

/** What the card is about besides its first subject: a line each, and a button that shows all of it. */
export function otherSubjects(others: readonly Subject[], before: number, drawing: Drawing): Element[] {
  const { detail, reply } = drawing;
  const groups = others.flatMap(({ group }) => group ?? []).slice(0, detail.groups);
  const crashes = others.flatMap((subject) => subject.crashes);
  const shown = crashes.slice(0, Math.max(detail.verdicts - before, 0));
  const hidden = crashes.length - shown.length;
  const rows: Element[] = [
    ...groups.map(({ verdict }) => line([run(verdict, detail.text, { weight: 'Bolder' })])),
    ...shown.map((crash) => briefCrash(crash, drawing)),
    ...(hidden > 0 ? [line([run(moreCrashes(hidden)[reply.language], 80)])] : []),
    ...crashButtons(shown, before, drawing),
  ];
  if (crashes.length <= MOST_OPEN) {
    return rows;
  }
  const title = moreCrashes(crashes.length)[reply.language];
  return [...buttonRows([toggle(title, 'others')]), folded({ id: 'others', items: rows })];
}
