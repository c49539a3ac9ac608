/** Characters that draw nothing, end a line, or turn the direction of what follows. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}]/gu;
const LONGEST = 80;

/** The name of a file as it may be shown: it was chosen by whoever sent it. Both ends tell files apart. */
export function shownName(name: string): string {
  const plain = name
    .slice(0, 500)
    .replace(UNSEEN, ' ')
    .replace(/\s{1,100}/g, ' ')
    .trim()
    .toWellFormed();
  const characters = [...plain];
  if (characters.length <= LONGEST) return plain === '' ? '?' : plain;
  return `${characters.slice(0, LONGEST - 20).join('')}…${characters.slice(-19).join('')}`;
}

/** Several names in one sentence; of very many the first. */
export function shownNames(names: readonly string[], quote: (name: string) => string): string {
  const shown = names.slice(0, MOST_NAMED).map((name) => quote(shownName(name)));
  return [...shown, ...(names.length > MOST_NAMED ? [`+${names.length - MOST_NAMED}`] : [])].join(', ');
}
const MOST_NAMED = 12;
