/** A name of fewer words is one in its own words only. */
const LEAST_WORDS = 4;
/** Of such a length a word may be left out: IN, OR, TO. */
const LEFT_OUT = 2;
/** A word put in between is no longer. */
const LONGEST_PUT_IN = 5;
const MOST_PARTINGS_MORE = 3;
const PARTS = ' _-';
const GOES_ON = /^(?:[\w!]|\.\w)/;
const LETTER = /[a-z0-9]/i;

/**
 * Where a name of a stop ends that somebody wrote down from memory: "page file fault in non paged area". Words may be
 * parted or joined otherwise; one short word may stand between or be missing. A constant (`PAGE_FAULT_IN_NON_PAGED_AREA`) is
 * no such text: its spelling is kept.
 * @param words of the name, in capitals
 * @returns null where it is another text
 */
export function looseEnd(text: string, at: number, words: readonly string[]): number | null {
  if (words.length < LEAST_WORDS || !isBegun(text, at, words)) {
    return null;
  }
  const letters = words.join('');
  const starts = startsOf(words);
  const most = words.length + MOST_PARTINGS_MORE;
  let [place, letter, partings] = [at, 0, 0];
  let isBlank = false;
  let isOff = false;
  let word = { place, letter };
  while (letter < letters.length) {
    const sign = text.charAt(place);
    if (PARTS.includes(sign) && sign !== '') {
      partings += 1;
      isBlank ||= sign !== '_';
      place += 1;
      word = { place, letter };
    } else if (sign.toUpperCase() === letters[letter]) {
      place += 1;
      letter += 1;
    } else {
      const next = isOff ? null : aside(text, word, starts);
      if (next === null) {
        return null;
      }
      isOff = true;
      [place, letter] = [next.place, next.letter];
      word = next;
    }
    if (partings > most) {
      return null;
    }
  }
  return isBlank && !GOES_ON.test(text.slice(place, place + 2)) ? place : null;
}

/** The cheap look before the letters: many names begin with one word. */
function isBegun(text: string, at: number, [first = '', second = '']: readonly string[]): boolean {
  let behind = at + first.length;
  while (behind < text.length && PARTS.includes(text.charAt(behind))) {
    behind += 1;
  }
  return text.charAt(behind).toUpperCase() === second[0];
}

interface Place {
  readonly place: number;
  readonly letter: number;
}

/** Behind a word of the name that is missing here, or behind one of the text that is none of the name's. */
function aside(text: string, { place, letter }: Place, starts: ReadonlyMap<number, number>): Place | null {
  const length = starts.get(letter);
  if (length === undefined || letter === 0) {
    return null;
  }
  if (length === LEFT_OUT) {
    return { place, letter: letter + length };
  }
  let end = place;
  while (LETTER.test(text.charAt(end))) {
    end += 1;
  }
  return end > place && end - place <= LONGEST_PUT_IN ? { place: end, letter } : null;
}

/** How long the word is that begins at a letter of the name. */
function startsOf(words: readonly string[]): ReadonlyMap<number, number> {
  let at = 0;
  return new Map(
    words.map((word) => {
      const start = at;
      at += word.length;
      return [start, word.length] as const;
    }),
  );
}
