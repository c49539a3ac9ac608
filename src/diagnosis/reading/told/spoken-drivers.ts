import type { StopNames } from './stop-names.ts';

const WORD =
  /(?<![\w./\\@-])(?:[A-Za-z][\w-]{3,39}(?:(?![\w!/\\@-]|\.\w)|(?=-v?\d{1,4}\.\d))|[A-Za-z]\w\w(?= driver\b))/g;
/** A capital or a digit within the word, three consonants in a row, or an ending of drivers. */
const COINED = /[a-z][A-Z]|\d|[bcdfghjklmnpqrstvwxz]{3}|(?:stor|tun|tap|flt|drv|kmd|kvm)$|^[A-Z]{3}$/;
/** These are drivers as well as words. */
const WORDS: ReadonlySet<string> = new Set([
  ...['sandbox', 'spotlight', 'fastboot', 'blackcat', 'scrubber', 'winflash'],
  ...['compress', 'encrypt', 'inspect', 'prelaunch', 'scream', 'serfs'],
]);

/**
 * Drivers that people call by name without the ending of the file: "BSOD with Npcap 1.82", "the WinDivert driver". Only what
 * the public table lists counts, and of that only what is no word of a language.
 */
export function spokenDrivers(text: string, names: StopNames): string[] {
  const words = [...text.matchAll(WORD)].map(([word]) => word);
  return [...new Set(words)].filter((word) => {
    const small = word.toLowerCase();
    // A sentence may begin with it: then its first letter says nothing.
    return (COINED.test(word) || COINED.test(small)) && !WORDS.has(small) && names.isDriver(word);
  });
}
