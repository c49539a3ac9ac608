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

/** Buttons in rows. */
export function buttonRows(actions: readonly Action[]): ActionSet[] {
  const rows: Action[][] = [];
  let left = 0;
  for (const action of actions) {
    const row = rows.at(-1);
    const width = widthOf(action.title);
    if (row && row.length < MOST && width <= left) {
      row.push(action);
      left -= width;
    } else {
      rows.push([action]);
      left = ROOM - width;
    }
  }
  return rows.map((row) => ({ type: 'ActionSet', actions: row }));
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
