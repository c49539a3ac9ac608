import type { Element } from './adaptive-card.ts';

/** A button that shows or hides the elements below it; hidden at first. `id` is unique in the card. */
export function fold(title: string, id: string, items: readonly Element[]): Element[] {
  return [
    { type: 'ActionSet', actions: [{ type: 'Action.ToggleVisibility', title, targetElements: [id] }] },
    { type: 'Container', id, isVisible: false, items },
  ];
}
