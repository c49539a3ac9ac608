import { type BugcheckFact, type Facts, type Lines, NO_FACTS } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import { lazy } from '../../knowledge/lazy.ts';
import { cutFacts } from '../../parsers/index.ts';
import { crashTable, NO_TABLE } from './crash-table.ts';
import { isGuideText, isNobodys, isReleaseText } from './kinds-of-text.ts';
import { type Sentence, sentencesOf } from './sentences.ts';
import type { StopNames } from './stop-names.ts';
import { toldCauses } from './told-causes.ts';
import { toldDrivers } from './told-drivers.ts';
import { toldStops } from './told-stops.ts';

/** Beside output a line of few words, or with a label in front, may be output too. */
const WORDS =
  /\b(?:bug ?check|bsod|blue ?screen)\b|\.sys\b.{0,60}\bcrash|\bcrash.{0,60}\.sys\b|^(?!\s{0,12}[\w. ]{2,40}\s{0,4}:).{0,200}?(?:[a-zà-ÿа-яё]{2,30}[ ,]{1,3}){3}|[\u4e00-\u9fff]{4}/i;

/** The headline above some output: a name of a stop, and in what file. */
const NAME_IN_FILE = /[A-Z]{3,30}_[A-Z_]{4,60}(?![\w:]).{0,60} (?:in|at|by|from|due to) [\w-]{1,60}\.sys\b/;

/** An object of a tool's JSON, or a tag: words in it are keys and values, no sentence. */
const NO_SENTENCE = /^\s{0,12}[{"[<]/;
/** What the debugger prints of a stop has none in a row; who repeats it within a sentence goes on to tell. */
const TWO_WORDS = /(?:[a-zà-ÿа-яё]{2,30}[ ,]{1,3}){2}|[\u4e00-\u9fff]{2}/i;
const SEVERAL_WORDS = /(?:[a-zà-ÿа-яё]{2,30}[ ,]{1,3}){3}|[\u4e00-\u9fff]{2}/i;

const FILE_ALONE = /^\s{0,12}(?:[*•-] ?)?[\w-]{1,60}\.sys\s*$/i;

const ANALYSIS: ReadonlySet<string> = new Set(['analyze-header', 'analyze-fields']);

interface ToldText {
  readonly lines: readonly Line[];
  /** What was said above a heading: whose machine it is may stand only there. */
  readonly above: readonly Line[];
}

/**
 * What people say in a text, beside all that is printed in it: stops and drivers, each with its sentence. Output is no
 * sentence, nor is what stands amid it: there somebody's words and the debugger's look alike.
 * @param shown where the output begins and ends, null where the text holds none
 */
export function readTold({ lines, above }: ToldText, printed: Facts, shown: Lines | null, names: StopNames): Facts {
  const outside = ({ lines: [from, to] }: Line) => shown === null || to < shown[0] || from > shown[1];
  // Where there is no output, what looks like a field of it (`BSOD: …`) is somebody's heading.
  const cited = lazy(() =>
    citedLines(shown === null ? { ...printed, fields: [] } : printed, lines.at(-1)?.lines[1] ?? 0),
  );
  // A stop of one line, which is several lines of the paste where a sentence was wrapped.
  const stopsFrom = Map.groupBy(printed.bugchecks, ({ lines: [from] }) => from);
  const isOfStop = ({ text, lines: [from, to] }: Line) =>
    stopsFrom.get(from)?.some(({ lines }) => lines[1] === to) === true && TWO_WORDS.test(text);
  const aboutStops = lines.filter((line) => outside(line) || isOfStop(line));
  const aboutDrivers = aboutStops.filter((line) => {
    const isOwn = shown === null || isOfPerson(line.text, printed) || (isOfStop(line) && isSentenceWithFile(line.text));
    return isOwn && cited()[line.lines[0]] !== 1;
  });
  const table = crashTable(aboutStops, names);
  const isProse = ({ lines: [from] }: Line) => !table.lines.has(from);
  const ofDrivers = sentencesOf(aboutDrivers.filter(isProse), names);
  // All lines about drivers are among those about stops: as many are the same ones.
  const ofStops = lazy(() =>
    aboutStops.length === aboutDrivers.length ? ofDrivers : sentencesOf(aboutStops.filter(isProse), names),
  );
  const rows = table.bugchecks.length > 0 && isOfOthers(ofStops()) ? NO_TABLE : table;
  const shownStop = shownStopOf(printed);
  const stops = toldStops(ofStops(), sentencesOf(above, names), names, shownStop);
  const bugchecks = [...rows.bugchecks, ...stops];
  const drivers = [...rows.toldDrivers, ...toldDrivers(ofDrivers, names, shownStop?.code ?? null)];
  const isOfDriver = (lines: Lines) => drivers.some((one) => one.how !== 'mentioned' && one.lines[0] === lines[0]);
  const causes = toldCauses(ofStops(), names, isOfDriver);
  if (bugchecks.length + drivers.length + causes.length === 0) {
    return NO_FACTS;
  }
  return cutFacts([{ bugchecks, toldDrivers: drivers, toldCauses: causes }]);
}

/** What a maker repaired, or how to repair it, is kept in tables as well. */
function isOfOthers(sentences: readonly Sentence[]): boolean {
  return [isReleaseText, isGuideText, isNobodys].some((isKind) => isKind(sentences));
}

/** Below a screen that somebody copied a file alone is one that the screen names. */
function isOfPerson(text: string, { stacks, modules, bugchecks }: Facts): boolean {
  const isScreen = stacks.length + modules.length === 0 && bugchecks.some(({ origin }) => origin === 'stop-screen');
  return WORDS.test(text) || (text.includes('.sys') && NAME_IN_FILE.test(text)) || (isScreen && FILE_ALONE.test(text));
}

/** `I got STOP: 0xd1 (…) and acmenet.sys is to blame`: who repeats a stop within a sentence goes on to tell. */
function isSentenceWithFile(text: string): boolean {
  return text.includes('.sys') && SEVERAL_WORDS.test(text) && !NO_SENTENCE.test(text);
}

/** 1 at each line that a parser read; one that reads a stop leaves the sentence in which somebody repeats it to be read. */
function citedLines({ bugchecks: _, ...others }: Facts, last: number): Uint8Array {
  const cited = new Uint8Array(last + 1);
  for (const facts of Object.values(others)) {
    for (const { lines } of facts) {
      cited.fill(1, lines[0], lines[1] + 1);
    }
  }
  return cited;
}

/** Which stop it was needs no telling where the debugger's own analysis prints its code and arguments. */
function shownStopOf({ bugchecks }: Facts): BugcheckFact | null {
  const shown = bugchecks.filter(({ origin, code, args }) => ANALYSIS.has(origin) && code !== null && args.length > 0);
  return shown.find(({ name }) => name !== null) ?? shown[0] ?? null;
}
