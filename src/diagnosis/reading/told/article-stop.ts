import type { BugcheckOrigin, Fact, Facts } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import { lazy } from '../../knowledge/lazy.ts';
import { isGuideText, isNewsText, isReleaseText } from './kinds-of-text.ts';
import { isAddressed, isArticle, isExample, tellsOwner } from './meanings.ts';
import { programLines } from './program-lines.ts';
import type { Sentence } from './sentences.ts';
import type { StopNames } from './stop-names.ts';
import { isLecture, tellsOfOwn } from './whose-text.ts';

/** One line or a few, such as an article shows of a screen or an event. What a tool reports explains as well, and is of a machine. */
const SHOWN: ReadonlySet<BugcheckOrigin> = new Set([
  'stop-screen',
  'event-log',
  'bugcheck-command',
  'session-banner',
  'words',
]);

const HEADER: BugcheckOrigin = 'analyze-header';
const MOST_FIELDS = 3;

const INTRODUCES = /[:：]\W{0,6}$/;
/** So many blank lines may part it from what it introduces. */
const MOST_BLANK = 6;
/** An article shows a few; each is looked for in all lines. */
const MOST_EXAMPLES = 8;

/** Some lines of a paste, the first of which has the index `from` there. */
interface Part {
  readonly lines: readonly Line[];
  readonly paste: readonly Line[];
  readonly from: number;
}

/** Worked out when it is asked: true where a text is an article, a note of a maker, the news or a lecture, and nobody tells of his own machine in it. */
export function textOfNobody(sentences: () => readonly Sentence[], names: StopNames): () => boolean {
  return lazy(() => {
    const isOfOthers = [isGuideText, isNewsText, isReleaseText, isLecture].some((isKind) => isKind(sentences()));
    return isOfOthers && !tellsOfOwn(sentences(), names);
  });
}

/**
 * True where the text of nobody shows a blue screen as an example, or a program holds one as its string.
 * What the debugger printed at length is of a machine, whoever shows it.
 * @param isTextOfNobody asked only where no more than a screen, an event or such is shown
 */
export function isArticleStop(part: Part, printed: Facts, isTextOfNobody: () => boolean): boolean {
  const { bugchecks, stacks, registers, fields, modules, instructions } = printed;
  // A header without its arguments and the one or two fields below it are no longer than a screen.
  const isExcerpt = fields.length <= MOST_FIELDS && bugchecks.every(({ args }) => args.length === 0);
  const isScreen =
    bugchecks.length > 0 && bugchecks.every(({ origin }) => SHOWN.has(origin) || (isExcerpt && origin === HEADER));
  const isOfScreen = ({ lines: [from, to] }: Fact) => bugchecks.some(({ lines }) => lines[0] <= from && to <= lines[1]);
  const isOutput = stacks.length + registers.length > 0 || !(isExcerpt || fields.every(isOfScreen));
  // The screen names one module, and where in it.
  if (!isScreen || isOutput || modules.length > 1 || instructions.length > 1) {
    return stacks.length + registers.length === 0 && isIntroduced(part, printed) && isTextOfNobody();
  }
  const ofProgram = programLines(part.lines);
  const isExamples = bugchecks.length <= MOST_EXAMPLES && bugchecks.every((one) => isBelowExample(part, one));
  return isExamples || bugchecks.every(({ lines: [from] }) => ofProgram.has(from)) || isTextOfNobody();
}

/** "Here is an example of such a screen:", and nobody says of whose machine it is. */
function isBelowExample(part: Part, { lines: [from] }: Fact): boolean {
  const above = lineAbove(part, from);
  return INTRODUCES.test(above) && isExample(above) && !tellsOwner(above);
}

/** "You will see something like:" right above the first line of output. */
function isIntroduced(part: Part, printed: Facts): boolean {
  let first = Number.POSITIVE_INFINITY;
  // As arguments of one call the facts of a large paste would be too many.
  for (const one of Object.values(printed).flat()) {
    first = Math.min(first, one.lines[0]);
  }
  const above = lineAbove(part, first);
  return INTRODUCES.test(above) && (isExample(above) || isAddressed(above) || isArticle(above));
}

/** The last line with text above the first one of output: where a dump was cut off it is of the part before. */
function lineAbove({ lines, paste, from }: Part, first: number): string {
  const at = lines.findIndex((line) => line.lines[1] >= first);
  const above = paste.slice(Math.max(0, from + at - MOST_BLANK), from + Math.max(0, at));
  return above.findLast(({ text }) => text.trim() !== '')?.text ?? '';
}
