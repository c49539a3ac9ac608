import { lazy } from '../../knowledge/lazy.ts';
import { readNames } from '../../knowledge/name-list.ts';
import { isProgramKind } from './meanings.ts';
import type { StopNames } from './stop-names.ts';

/** What no program and no driver of somebody is called: "the system", "everything", "my RAM". */
const common = lazy(() => new Set(readNames('common-things.txt').flatMap((row) => row.split(' '))));
/** What parts a name from the rest of its clause. */
const BORDERS = [
  'and|or|but|when|while|after|before|because|since|so|that|which|who|on|in|at|of|for|from|if|as|is|was|were|are|has|have',
  'had|to|with|by|than|then|it|its|every|each|during|whenever|until|also|not|only|being',
].join('|');
const BORDER = new RegExp(`(?:^|\\s)(?:${BORDERS})(?=\\s|$)`, 'i');
/** "the Realtek LAN driver", "some AV software": what such a word is of is a program, written in whatever letters. */
const KIND =
  /^(?:drivers?|software|antivirus|anti-?virus|av|firewall|vpn|program|app|application|suite|utility|tool|service|overlay|anti-?cheat|client|adapter|dongle|controller)$/i;
const WORDS = /[A-Za-z0-9][\w.+&'’/-]{0,40}/g;
const MARKS = /["'`*“”‘’]{1,3}/g;
/** "Acme", "acmeVPN", "F12Tool": a capital, or letters and digits together. */
const PROPER = /\p{Lu}|[a-z]\d|\d[a-z]/u;
/** A file is told as one. */
const FILE = /\.(?:sys|exe|dll)$/i;
/** A name of more words is a clause. */
const MOST_WORDS = 6;

/** What stands behind a word that blames, as far as it may be a name. */
export function namedBehind(text: string, names: StopNames): string | null {
  const clause = text.replace(MARKS, '').split(BORDER)[0] ?? '';
  return nameIn([...clause.matchAll(WORDS)].map(([word]) => word).slice(0, MOST_WORDS), names);
}

/** The same in front of it. */
export function namedBefore(text: string, names: StopNames): string | null {
  const clause = text.replace(MARKS, '').split(BORDER).at(-1) ?? '';
  return nameIn([...clause.matchAll(WORDS)].map(([word]) => word).slice(-MOST_WORDS), names);
}

/** A word with a capital, or one that says what kind of program it is and whose; null where the words are of no program. */
export function nameIn(words: readonly string[], names: StopNames): string | null {
  const own = words.filter((word) => !(common().has(word.toLowerCase()) || FILE.test(word)));
  const isKind = words.some(isOfKind) && own.some((word) => !isOfKind(word) && /\p{L}/u.test(word));
  const isNamed = own.some((word) => (PROPER.test(word) && !/^\d/.test(word)) || names.isDriver(word));
  return isKind || isNamed ? own.join(' ') : null;
}

function isOfKind(word: string): boolean {
  return KIND.test(word) || isProgramKind(word);
}
