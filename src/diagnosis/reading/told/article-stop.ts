import type { BugcheckOrigin, Fact, Facts } from '../../facts.ts';
import type { Line } from '../../intake/line.ts';
import { isGuideText, isNewsText, isReleaseText } from './kinds-of-text.ts';
import { isLecture, tellsOfOwn } from './owned.ts';
import { programLines } from './program-lines.ts';
import { sentencesOf } from './sentences.ts';
import type { StopNames } from './stop-names.ts';

/** One line or a few, such as an article shows of a screen or an event. */
const SHOWN: ReadonlySet<BugcheckOrigin> = new Set([
  'stop-screen',
  'event-log',
  'bugcheck-command',
  'session-banner',
  'tool',
]);

/**
 * True where an article, a note of a maker or the news show a blue screen as an example, and nobody tells of his own machine.
 * What the debugger printed is of a machine, whoever shows it.
 */
export function isArticleStop(lines: readonly Line[], printed: Facts, names: StopNames): boolean {
  const { bugchecks, stacks, registers, fields, modules, instructions } = printed;
  const isScreen = bugchecks.length > 0 && bugchecks.every(({ origin }) => SHOWN.has(origin) || origin === 'words');
  const isOfScreen = ({ lines: [from, to] }: Fact) => bugchecks.some(({ lines }) => lines[0] <= from && to <= lines[1]);
  const isOutput = stacks.length + registers.length > 0 || !fields.every(isOfScreen);
  // The screen names one module, and where in it.
  if (!isScreen || isOutput || modules.length > 1 || instructions.length > 1) {
    return false;
  }
  const ofProgram = programLines(lines);
  if (bugchecks.every(({ lines: [from] }) => ofProgram.has(from))) {
    return true;
  }
  const sentences = sentencesOf(lines, names);
  const isOfNobody = [isGuideText, isNewsText, isReleaseText, isLecture].some((isKind) => isKind(sentences));
  return isOfNobody && !tellsOfOwn(sentences, names);
}
