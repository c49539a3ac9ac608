import { LIST_COMMA } from '../../language/joined.ts';
import type { Language, Text } from '../../language/text.ts';
import type { Cite } from './story.ts';

/** `(lines 238, 248)`, `（第 3 次粘贴第 28 行）`; with the crash's name where the reader may not know which one is meant. '' without a line. */
export function citeText(cites: readonly Cite[], language: Language, isNamed = false): string {
  if (cites.length === 0) {
    return '';
  }
  const byCrash = [...Map.groupBy(cites, ({ crash }) => crash)];
  const parts = byCrash.map(([crash, own]) => {
    const where = placesText(own.map(({ place }) => place))[language];
    return isNamed ? { en: `${crash}, ${where}`, zh: `${crash} ${where}` }[language] : where;
  });
  return { en: `(${parts.join('; ')})`, zh: `（${parts.join('；')}）` }[language];
}

function placesText(places: readonly string[]): Text {
  const byPaste = [...Map.groupBy(places, (place) => (place.includes(':') ? place.slice(0, place.indexOf(':')) : ''))];
  const parts = byPaste.map(([paste, own]) => {
    const lines = own.map((place) => place.slice(place.indexOf(':') + 1));
    const word = lines.length > 1 ? 'lines' : 'line';
    return {
      en: `${paste === '' ? '' : `paste ${paste}, `}${word} ${lines.join(', ')}`,
      zh: `${paste === '' ? '' : `第 ${paste} 次粘贴`}第 ${lines.join('、')} 行`,
    };
  });
  return { en: parts.map(({ en }) => en).join('; '), zh: parts.map(({ zh }) => zh).join(LIST_COMMA.zh) };
}
