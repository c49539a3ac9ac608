import { LANGUAGES, type Language } from '../language/text.ts';
import { WrongUsage } from '../terminal/run-command.ts';

/** The language that was typed behind `--lang`. Throws a `WrongUsage` for any other word. */
export function languageNamed(name: string): Language {
  const language = LANGUAGES.find((one) => one === name);
  if (language === undefined) {
    throw new WrongUsage(`--lang takes ${LANGUAGES.join(' or ')}, not "${name}".`);
  }
  return language;
}
