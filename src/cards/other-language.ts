import type { Press } from '../cases/press.ts';
import { LANGUAGES, type Language } from '../language/text.ts';
import type { ExecuteAction } from './adaptive-card.ts';
import { execute } from './execute.ts';

type Shown = Extract<Press, { view: 'screen' | 'report' | 'crash' }>;

/** What the button of a language is called, for whoever reads no other. */
const IN: Readonly<Record<Language, string>> = { en: 'In English', zh: '中文' };

/** A button that shows the same in the language that the card is not in. */
export function otherLanguage(press: Shown, language: Language): ExecuteAction {
  const other = LANGUAGES.find((one) => one !== language) ?? language;
  return execute(IN[other], { ...press, in: other });
}
