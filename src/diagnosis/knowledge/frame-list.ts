import { largePattern } from '../../language/large-pattern.ts';
import { lazy } from './lazy.ts';
import { readNames } from './name-list.ts';
import { inSimplified } from './simplified.ts';

/** Where the thing stands that a frame says something of. */
const PLACE = '…';
/** Scripts that put no blanks between words: a frame of theirs begins and ends anywhere. */
const UNSPACED: ReadonlySet<string> = new Set(['zh', 'ja', 'ko']);
const CHINESE = 'zh';
/** Small letters that may stand beside a frame of a spaced script. */
const LETTER = '[0-9a-z\\u00df-\\u024f\\u0400-\\u04ff]';
const LONGEST = 48;
/** A thing ends with its clause. */
const BORDER = /[,;!?()、。:：]|\.\s/;
const THING = `(?<thing>[^,;.!?()、。]{1,${LONGEST}}?)`;

/**
 * Frames of one meaning in all languages (`frames/culprits.txt`). A line is a language and its frames, `de: l(?:ag|iegt) an…`;
 * each is a pattern on small letters with one `…` for the thing. A Chinese frame stands for both scripts.
 * @returns what stands in the place of the thing, in the letters of the text
 */
export function frameList(meaning: string): (text: string) => readonly string[] {
  const patterns = lazy(() => compiled(readNames(`frames/${meaning}.txt`)));
  return (text) => {
    const small = inSimplified(text.toLowerCase());
    // A capital that is two signs as a small letter moves what stands behind it.
    const whole = small.length === text.length ? text : small;
    const { before, behind, around } = patterns();
    const things = [
      thingIn(before(), small, ({ index, 0: { length } }) => partBehind(whole, index + length)),
      thingIn(behind(), small, ({ index }) => partBefore(whole, index)),
      thingIn(around(), small, ({ indices }) => whole.slice(...(indices?.groups?.thing ?? [0, 0]))),
    ];
    return things.map((thing) => thing.trim()).filter((thing) => thing !== '');
  };
}

function thingIn(pattern: RegExp, text: string, thingOf: (match: RegExpExecArray) => string): string {
  const match = pattern.exec(text);
  return match === null ? '' : thingOf(match);
}

function partBehind(text: string, from: number): string {
  return text.slice(from, from + LONGEST).split(BORDER)[0] ?? '';
}

function partBefore(text: string, to: number): string {
  return (
    text
      .slice(Math.max(0, to - LONGEST), to)
      .split(BORDER)
      .at(-1) ?? ''
  );
}

interface Patterns {
  /** Of frames that stand before the thing, behind it, and around it. */
  readonly before: () => RegExp;
  readonly behind: () => RegExp;
  readonly around: () => RegExp;
}

function compiled(lines: readonly string[]): Patterns {
  const frames = lines.flatMap((line) => {
    const [language = '', rest = ''] = line.split(/: (?<rest>.*)/s);
    return rest.split(' | ').map((frame) => sidesOf(language === CHINESE ? inSimplified(frame) : frame, language));
  });
  const patternOf = (sources: readonly string[], flags = '') =>
    largePattern(sources.length === 0 ? '(?!)' : sources.join('|'), flags);
  return {
    before: patternOf(frames.flatMap(([before, after]) => (after === '' ? before : []))),
    behind: patternOf(frames.flatMap(([before, after]) => (before === '' ? after : []))),
    around: patternOf(
      frames.flatMap(([before, after]) => (before === '' || after === '' ? [] : `${before}${THING}${after}`)),
      'd',
    ),
  };
}

/** What stands before the thing and behind it, as whole words where the script has blanks. */
function sidesOf(frame: string, language: string): readonly [before: string, after: string] {
  const [before = '', after = ''] = frame
    .split(PLACE)
    .map((side) => (side === '' ? '' : UNSPACED.has(language) ? `(?:${side})` : asWords(side)));
  return [before, after];
}

/** Also one that ends with an apostrophe or a blank. */
function asWords(side: string): string {
  return `(?<!${LETTER})(?:${side})(?<!${LETTER}(?=${LETTER}))`;
}
