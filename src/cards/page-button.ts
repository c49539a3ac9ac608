import type { Language, Text } from '../language/text.ts';
import type { ActionSet } from './adaptive-card.ts';

const OPEN: Text = { en: 'Paste long output', zh: '粘贴长输出' };

/** Opens the paste page for whoever presses, where they press: its address is made only then. */
export function pageButton(language: Language): ActionSet {
  const data = { msteams: { type: 'task/fetch' }, open: 'paste-page' } as const;
  return { type: 'ActionSet', actions: [{ type: 'Action.Submit', title: OPEN[language], data }] };
}
