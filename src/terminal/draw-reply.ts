import { evidenceParts } from '../reply/evidence-parts.ts';
import { quoteOnce } from '../reply/quote-once.ts';
import type { CrashReply, GroupReply, Reply } from '../reply/reply.ts';
import { subjectsOf } from '../reply/subjects.ts';
import { LABELS } from '../reply/words.ts';
import { drawArguments, drawEvidence, drawNextCommands, drawSteps, drawWarnings } from './draw-parts.ts';
import { drawCites, drawStory } from './draw-story.ts';
import { type Pen, penFor, type Screen } from './pen.ts';

/** The reply as text for a terminal: in the order of the card, and all of it unfolded. */
export function drawReply(reply: Reply, screen: Screen): string {
  const pen = penFor(reply, screen);
  const blocks = subjectsOf(reply).flatMap(({ group, crashes }) => [
    ...(group ? [drawGroup(group, pen)] : []),
    ...crashes.map((crash) => drawCrash(crash, pen)),
  ]);
  return textOf([...blocks, drawWarnings(reply.warnings, pen)]);
}

/** Blocks of lines, an empty line between. */
export function textOf(blocks: readonly (readonly string[])[]): string {
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

function drawGroup(group: GroupReply, pen: Pen): string[] {
  const { say, paint, flow, flowAfter } = pen;
  const isOneDump = group.dumps.length === 1;
  return [
    flow(paint.heading(group.verdict), 0),
    flow(paint.dim(group.title), 2),
    ...drawStory(group.story, true, pen),
    `  ${paint.heading(say(isOneDump ? LABELS.oneDump : LABELS.shared))}`,
    ...group.reasons.map((reason) => flowAfter('- ', reason, 4)),
    `  ${paint.heading(say(isOneDump ? LABELS.whatEachShows : LABELS.whatEachAdds))}`,
    ...group.contributions.map(({ crash, text, cites }) =>
      flowAfter(`${crash} `, `${text}${drawCites(cites, false, pen)}`, 4),
    ),
    ...drawSteps(group.steps, pen),
  ];
}

/** Verdict and story first, what they rest on, what to do. Where nobody is named, what to run comes before: it decides. */
function drawCrash(crash: CrashReply, pen: Pen): string[] {
  const { main, others } = evidenceParts(crash, pen.reply.language);
  const isOpen = crash.verdict.culprit === 'unknown';
  const quotes = quoteOnce();
  const steps = drawSteps(crash.steps, pen);
  const next = drawNextCommands(crash, pen);
  return [
    ...drawVerdict(crash, pen),
    ...drawStory(crash.story, false, pen),
    ...(isOpen ? next : []),
    ...main.flatMap((part) => drawEvidence(part, '+', quotes, pen)),
    ...steps,
    ...(isOpen ? [] : next),
    ...drawArguments(crash, pen),
    ...others.flatMap((part) => drawEvidence(part, '-', quotes, pen)),
  ];
}

/** Who, how sure, and of which stop; `!analyze` where it says something else. */
function drawVerdict(crash: CrashReply, { reply, paint, flow }: Pen): string[] {
  const name = reply.crashes.length > 1 || reply.groups.length > 0 ? `${crash.id}  ` : '';
  return [
    flow(paint.heading(`${name}${crash.verdict.sentence}`), 0),
    flow(`${paint.strong(crash.title)}  ${paint.dim(crash.where)}`, 2),
    ...(crash.verdict.againstAnalyze ? [flow(crash.verdict.againstAnalyze, 2)] : []),
  ];
}
