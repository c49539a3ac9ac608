import type { ActionSet, Container, Element } from './adaptive-card.ts';
import type { Section } from './sections.ts';

type Action = ActionSet['actions'][number];

/** Teams hides more than six in a row, and cuts titles where there is no room: what fits beside one another on a phone, in pixels. */
const ROOM = 340;
const MOST = 6;
const BESIDE_TITLE = 34;
const LATIN = 7.5;
const HAN = 14;

export function toggle(title: string, id: string): Action {
  return { type: 'Action.ToggleVisibility', title, targetElements: [id] };
}

/** Buttons in as few rows as they fit: each goes to the first one that has room for it. */
export function buttonRows(actions: readonly Action[]): ActionSet[] {
  const rows: { readonly actions: Action[]; left: number }[] = [];
  for (const action of actions) {
    const width = widthOf(action.title);
    const row = rows.find((one) => one.actions.length < MOST && width <= one.left);
    if (row) {
      row.actions.push(action);
      row.left -= width;
    } else {
      rows.push({ actions: [action], left: ROOM - width });
    }
  }
  // Rows of one row of buttons lie nearer together than what stands above them.
  return rows.map(({ actions: own }, at) => ({
    type: 'ActionSet',
    ...(at > 0 ? { spacing: 'Small' } : {}),
    actions: own,
  }));
}

function widthOf(title: string): number {
  return [...title].reduce((sum, letter) => sum + (letter > '\u2e7f' ? HAN : LATIN), BESIDE_TITLE);
}

/** What a button shows or hides; hidden at first. */
export function folded({ id, items }: Pick<Section, 'id' | 'items'>): Container {
  return { type: 'Container', id, isVisible: false, separator: true, items };
}

/** A row of buttons for sections, then what they unfold. */
export function withFolds(sections: readonly Section[], more: readonly Action[] = []): Element[] {
  const actions = [...sections.map(({ id, title }) => toggle(title, id)), ...more];
  return [...buttonRows(actions), ...sections.map(folded)];
}

/** The button of a section tells how much is behind it. */
export function counted(section: Section, count: number): Section {
  return count > 1 ? { ...section, title: `${section.title} (${count})` } : section;
}
