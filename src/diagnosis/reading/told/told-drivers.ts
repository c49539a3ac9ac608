import { largePattern } from '../../../language/large-pattern.ts';
import type { ToldDriverFact } from '../../facts.ts';
import { bareCode } from '../../knowledge/stop-code.ts';
import {
  blames,
  clears,
  isExample,
  isUnreal,
  showsFileLabel,
  tellsElsewhere,
  tellsNoCure,
  tellsRemoval,
} from './meanings.ts';
import { isFileAlone } from './sentence-signs.ts';
import type { Sentence } from './sentences.ts';
import { spokenDrivers } from './spoken-drivers.ts';
import type { StopNames } from './stop-names.ts';
import { STOP_WORD } from './stop-words.ts';
import { tellsCured } from './told-cure.ts';
import { stopsIn } from './told-stops.ts';
import { withoutNames } from './without-names.ts';

/** A failure bucket (`0x9F_3_acmebus_IMAGE_pci.sys`) ends in a file, and is none; nor is what a mark ties to a word (`a&b.sys`). */
const IMAGE =
  /(?<![\w.$\\/-]|\w[&%^@#;|])(?<image>(?!(?:\w{2,8}_)?0x[0-9a-f]{1,8}_|\w{1,78}_IMAGE_)[A-Za-z0-9][\w-]{0,78}\.sys)(?!\w|-(?!bug ?check|bsod|blue|stop)|\.\w)/gi;
/** `C:\\Windows\\System32\\drivers\\acmenet.sys`: the file is the one that stands there alone. */
const FOLDERS =
  /(?<![\w\\])(?:[A-Za-z]:|%systemroot%|[\w.()-]{1,40})?\\{1,2}(?:[\w.()-]{1,40}\\{1,2}){1,8}(?=[\w-]{1,60}\.sys)/gi;
/** `ndis.sys rather than acmenet.sys`: the one behind is no lead. */
const NOT_THIS =
  /(?:rather th[ae]n|instead of|(?<!why |if )not|nicht|und nicht|pas|no|não|non|а не|而不是|不是) (?:by |in |the |of )?["'`]?$/i;
/** So much of what stands before a file is looked at. */
const BEFORE = 24;
/** So much of a name shows that one follows. */
const LEAST_OF_NAME = 3;
/** The cheap look before it: most sentences name no file. */
const ENDING = /\.sys/i;
/** `hexvault!update_cache+0x1c8` in a headline; in a failure bucket (`AV_hexvault!…`) letters for the kind stand before it. */
const SYMBOL = /(?<![\w!])(?:[A-Z]{1,20}_(?=[a-z]))?(?<module>[A-Za-z]\w{1,40})![A-Za-z_]\w{2,80}/g;
/** `hexvault+0x21c8` there: a module without symbols, whose code begins at 0x1000; functions have capitals and small offsets. */
const PLACE = /(?<![\w!.[*+-])(?<module>[a-z][a-z0-9_]{3,40})\+0x[1-9a-f][0-9a-f]{3,7}\b(?!\])/g;
/** The cheap look before names without an ending. */
const MAY_SPEAK = /[A-Za-z][\w-]{3}/;
/** More files than that in one sentence are a list of what is there. */
const MOST = 3;

/** "not acmenet.sys but acmewifi.sys": what is said of one file is not said of the other. */
const CLAUSE = /[,;，；、。]| but (?=[^,;]{0,60}\.sys)/i;
const GOES_ON =
  /^\s?(?:which|that|but (?:it|that)|it|der|die|das|welcher|qui|que|il|el cual|который|это|(?:但是?)?(?:它|这|该|二者|两者)|而|それ|그)/i;

/** What the screen says: the name of the stop, then the file; or a file that failed. */
const BEHIND_NAME = /[A-Z]{2}(?:_| )[A-Z]{2,}\)?["'`]? ?(?:-|\(|\[|:|,)/;
/** A name however it is written, here blank, and the file right behind it. */
const BEHIND_BLANKS = / {8}\)?["'`*]{0,2} ?(?:\.? ?[([]|[-:,.] )["'`*]{0,2}[\w-]{1,60}\.sys\b/i;
/** `… VIDEO_TDR_FAILURE. (acmegfx.sys)`: somebody ended the sentence before what the screen says next. */
const ENDS_IN_BLANKS = / {8}\W{0,3}$/;
/** So people write: the name of the stop, and in what it was. */
const IN_WHAT = /[A-Z]{2}(?:_| )[A-Z]{2,}\)?["'`]? (?:at|in|by|from|due to) /;
/** The file right behind a label, or where it says what it is. */
const LABELLED =
  /(?:[:：=([*–-]|\bfailed|\b(?:is|was|ist|est|es|è|были?|это)|[是为為は])[\s"'`*([«「“„]{0,6}(?:the (?:file|driver) )?[\w-]{1,60}\.sys/i;
const FILE_FAILED = /(?:\.sys)["'`]? (?:has )?(?:failed|fails)\b/;
/** A stop and what it is said to be in, or of. */
const STOP_OF = largePattern(
  `${STOP_WORD}.{0,30}?\\b(?:in|at|from|by|with|due to|because of|pointing (?:at|to)|related to|caused by|involving)\\b.{0,60}?\\.sys`,
  'i',
);
const NAME = /[A-Z]{2,30}(?:[ _][A-Z]{2,30}){2,10}/g;
const CODE_OR_STOP = largePattern(`${STOP_WORD}|0x[0-9a-f]{2,8}|[A-Z]{3,}_[A-Z_]{5,}`, 'i');

/** `Loading hexvault.sys with Hyper-V on, crash.` */
const CRASH = /\bcrash(?:e[sd]|ing)?\b/i;

/**
 * The drivers that somebody names beside a stop, each with the sentence that does. One that is cleared is none.
 * @param printed the stop that output prints: a sentence about another one is no word on it
 */
export function toldDrivers(
  sentences: readonly Sentence[],
  names: StopNames,
  printed: string | null = null,
): ToldDriverFact[] {
  return sentences.flatMap((sentence, at) => {
    const { text, lines } = sentence;
    const isHeadline = at === 0;
    const images = ENDING.test(text) ? imagesIn(text) : [];
    const modules = images.length === 0 ? symbolsIn(text, isHeadline) : [];
    const named = [...new Set([...images, ...modules.map(({ groups }) => groups?.module ?? '')])];
    const how =
      named.length === 0 || named.length > MOST
        ? null
        : isBehindName(sentence, sentences[at - 1], names)
          ? 'screen'
          : howTold(text, withoutAnyName(text, names), named, isHeadline);
    if (named.length === 0 && maySpeak(text) && !clears(withoutAnyName(text, names))) {
      return spokenDrivers(text, names)
        .slice(0, MOST)
        .map((image) => ({ image, how: 'mentioned', lines }));
    }
    const apart = named.length > 1 && named.length <= MOST && how !== 'removed' ? eachInItsClause(text, named) : [];
    if (apart.some((one) => one.how === 'blamed')) {
      // What is said of the whole sentence is that nothing came of it: then only what a clause blames counts.
      const isApart = printed !== null && tellsOtherStop(text, names, printed);
      return apart
        .filter((one) => how !== null || one.how === 'blamed')
        .map((one) => ({ ...one, ...(isApart && { how: 'mentioned' as const }), lines }));
    }
    if (how === null) {
      return [];
    }
    if (how === 'mentioned' && !CODE_OR_STOP().test(text)) {
      return named.filter((image) => !isForExample(text, image)).map((image) => ({ image, how, lines }));
    }
    const isOfOther = printed !== null && how !== 'mentioned' && tellsOtherStop(text, names, printed);
    return named.map((image) => ({ image, how: isOfOther ? 'mentioned' : how, lines }));
  });
}

/** "Latencymon blames acmenet.sys, and the dump says acmestor.sys": what a clause says of the only file that it names. */
function eachInItsClause(text: string, named: readonly string[]): Pick<ToldDriverFact, 'image' | 'how'>[] {
  const clauses = text
    .split(CLAUSE)
    .map((clause) => ({ clause, files: named.filter((image) => clause.includes(image)) }));
  if (isUnreal(text) || tellsElsewhere(text) || clauses.some(({ files }) => files.length > 1)) {
    return [];
  }
  return clauses.flatMap(({ clause, files: [image] }) => {
    const isBlamed = blames(clause) || FILE_FAILED.test(clause) || STOP_OF().test(clause);
    return image === undefined || clears(clause) ? [] : [{ image, how: isBlamed ? 'blamed' : 'mentioned' }];
  });
}

/** "A file system driver (such as acmefs.sys)" names a kind. */
function isForExample(text: string, image: string): boolean {
  const at = text.indexOf(image);
  return isExample(text.slice(Math.max(0, at - BEFORE), at + LEAST_OF_NAME));
}

/** "My colleague's was 0x3B in acmegfx.sys" stands above output of another stop. */
function tellsOtherStop(text: string, names: StopNames, printed: string): boolean {
  const stops = stopsIn(text, names);
  return stops.length > 0 && !stops.some((stop) => bareCode(stop) === bareCode(printed));
}

/** Names in front of a function or, in a headline, of an offset, beside a stop. */
function symbolsIn(text: string, isHeadline: boolean): RegExpMatchArray[] {
  const pattern = text.includes('!') ? SYMBOL : isHeadline && text.includes('+0x') ? PLACE : null;
  return pattern !== null && (CODE_OR_STOP().test(text) || CRASH.test(text)) ? [...text.matchAll(pattern)] : [];
}

function maySpeak(text: string): boolean {
  return MAY_SPEAK.test(text) && (CODE_OR_STOP().test(text) || CRASH.test(text) || blames(text));
}

/** The files of a sentence; where it says "this one, not that one", only this one. */
function imagesIn(text: string): string[] {
  const bare = text.replace(FOLDERS, ' ');
  const all = [...bare.matchAll(IMAGE)];
  const kept = all.filter(({ index }) => !NOT_THIS.test(bare.slice(Math.max(0, index - BEFORE), index)));
  return (kept.length === 0 ? all : kept).map(({ groups }) => groups?.image ?? '');
}

function howTold(
  text: string,
  bare: string,
  named: readonly string[],
  isHeadline: boolean,
): ToldDriverFact['how'] | null {
  const count = named.length;
  if (tellsCured(text)) {
    return count === 1 ? 'removed' : 'mentioned';
  }
  // What was taken away without an end of it did not do it.
  if (clears(besideFile(bare, named)) || (tellsRemoval(text) && tellsNoCure(text))) {
    return null;
  }
  if (isUnreal(text) || tellsElsewhere(text)) {
    return 'mentioned';
  }
  // "What failed: no idea, but I had updated acmenet.sys": what stands behind the label is no name.
  if (showsFileLabel(text) && !LABELLED.test(text)) {
    return 'mentioned';
  }
  if (count === 1 && isOnScreen(text, bare)) {
    return 'screen';
  }
  if (count === 1 && (STOP_OF().test(text) || IN_WHAT.test(text) || blames(text))) {
    return 'blamed';
  }
  // "BSOD 0xD1, I uninstalled acmenet.sys" says what was tried.
  const isOfHeadline =
    isHeadline &&
    (bare !== text || CODE_OR_STOP().test(text) || CRASH.test(text)) &&
    !tellsRemoval(besideFile(bare, named));
  return count === 1 && isOfHeadline ? 'blamed' : 'mentioned';
}

/** "更新没用" behind a comma is of what was tried: only the part of a sentence that names a file clears it, or one that goes on about it. */
function besideFile(text: string, named: readonly string[]): string {
  const clauses = text.split(CLAUSE);
  const holds = (clause = '') => named.some((image) => clause.includes(image));
  const kept = clauses.filter((clause, at) => holds(clause) || (GOES_ON.test(clause) && holds(clauses[at - 1])));
  return kept.length === 0 ? text : kept.join(', ');
}

/** Names that no table lists say "not", too. */
function withoutAnyName(text: string, names: StopNames): string {
  return withoutNames(text, names).replace(NAME, (name) => ' '.repeat(name.length));
}

function isBehindName({ text }: Sentence, before: Sentence | undefined, names: StopNames): boolean {
  return isFileAlone(text) && before !== undefined && ENDS_IN_BLANKS.test(withoutAnyName(before.text, names));
}

function isOnScreen(text: string, bare: string): boolean {
  return showsFileLabel(text) || BEHIND_NAME.test(text) || BEHIND_BLANKS.test(bare) || FILE_FAILED.test(text);
}
