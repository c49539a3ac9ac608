const LONGEST = 160;
/** What stands before the word that a long line is cut around. */
const BEFORE = 40;
/** A line may be megabytes long; what is cited stands in its beginning. */
const LONGEST_LOOK = 20_000;

/** Names and numbers, of which a claim and the line that proves it share some. */
const WORD = /[A-Za-z0-9_!.+?]{2,200}/g;
/** Words of prose are shared by any two lines: telling are digits, symbols and file names. */
const TELLING = /\d|!|_|\.\w|[A-Z].*[A-Z]|[a-z][A-Z]/;
/** `pRoutine` of `nwifi!ENTRY.pRoutine`: its line has no type. */
const MEMBER = /!\w+\.(?<member>\w+)$/;
/** A tag or a name that the claim itself puts into quotation marks. */
const QUOTED = /["“](?<name>[\w.!+]{2,60})["”]/g;

/** The telling words of a claim, as a paste may write them: lower case, without `0x`. */
export function wordsOf(claim: string): readonly string[] {
  const whole = (claim.match(WORD) ?? []).map((word) => word.replace(/[.!?+]+$/, ''));
  const words = whole.flatMap((word) => [word, MEMBER.exec(word)?.groups?.member ?? '']);
  const quoted = [...claim.matchAll(QUOTED)].map(({ groups }) => groups?.name ?? '');
  const telling = [...words.filter((word) => TELLING.test(word)), ...quoted].map((word) =>
    word.toLowerCase().replace(/^0x/, ''),
  );
  return [...new Set(telling)].filter((word) => word.length >= 3);
}

/** Whether a line holds any of the words. */
export function shares(line: string, words: readonly string[]): boolean {
  return placeOf(line, words) !== -1;
}

/** At most 160 characters of a line: its beginning, or the part around the first of the words that it holds. */
export function excerptAround(line: string, words: readonly string[]): string {
  if (line.length <= LONGEST) {
    return line;
  }
  const place = placeOf(line, words);
  const from = place + BEFORE < LONGEST ? 0 : place - BEFORE;
  const lead = from === 0 ? '' : '…';
  const rest = line.slice(from);
  const room = LONGEST - lead.length;
  return rest.length <= room ? lead + rest : `${lead}${rest.slice(0, room - 1)}…`;
}

/** Where the longest of the words that the line holds begins, -1 where it holds none. Backticks do not count. */
function placeOf(line: string, words: readonly string[]): number {
  const { plain, places } = withoutBackticks(line.slice(0, LONGEST_LOOK).toLowerCase());
  const found = words.filter((word) => plain.includes(word)).sort((a, b) => b.length - a.length)[0];
  return found === undefined ? -1 : (places(plain.indexOf(found)) ?? -1);
}

/** Addresses are written with a backtick in the middle, or without. */
function withoutBackticks(line: string): { plain: string; places: (index: number) => number } {
  const places = (index: number) => {
    let at = 0;
    for (let left = index; ; at++) {
      if (line[at] === '`') {
        continue;
      }
      if (left === 0) {
        return at;
      }
      left--;
    }
  };
  return { plain: line.replaceAll('`', ''), places };
}
