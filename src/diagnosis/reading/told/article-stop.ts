import type { BugcheckOrigin, Fact, Facts } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import { lazy } from '../../knowledge/lazy.ts';
import { isGuideText, isNewsText, isReleaseText } from './kinds-of-text.ts';
import { isAddressed, isArticle, isExample } from './meanings.ts';
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

const INTRODUCES = /[:：]\W{0,6}$/;

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
export function isArticleStop(lines: readonly Line[], printed: Facts, isTextOfNobody: () => boolean): boolean {
  const { bugchecks, stacks, registers, fields, modules, instructions } = printed;
  const isScreen = bugchecks.length > 0 && bugchecks.every(({ origin }) => SHOWN.has(origin));
  const isOfScreen = ({ lines: [from, to] }: Fact) => bugchecks.some(({ lines }) => lines[0] <= from && to <= lines[1]);
  const isOutput = stacks.length + registers.length > 0 || !fields.every(isOfScreen);
  // The screen names one module, and where in it.
  if (!isScreen || isOutput || modules.length > 1 || instructions.length > 1) {
    return stacks.length + registers.length === 0 && isIntroduced(lines, printed) && isTextOfNobody();
  }
  const ofProgram = programLines(lines);
  return bugchecks.every(({ lines: [from] }) => ofProgram.has(from)) || isTextOfNobody();
}

/** "You will see something like:" right above the first line of output. */
function isIntroduced(lines: readonly Line[], printed: Facts): boolean {
  let first = Number.POSITIVE_INFINITY;
  // As arguments of one call the facts of a large paste would be too many.
  for (const one of Object.values(printed).flat()) {
    first = Math.min(first, one.lines[0]);
  }
  const above = lines.findLast((line) => line.lines[1] < first && line.text.trim() !== '')?.text ?? '';
  return INTRODUCES.test(above) && (isExample(above) || isAddressed(above) || isArticle(above));
}
