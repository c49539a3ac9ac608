import type { Text } from '../diagnosis/text.ts';
import type { CrashReply, EvidenceReply, GroupReply, Reply, StepReply } from '../reply/reply.ts';
import { COLON, LABELS } from '../reply/words.ts';
import { flow } from './flow.ts';
import type { Paint } from './paint.ts';

export interface Screen {
  /** Columns; text is wrapped to it, except commands and quotes, which must stay whole for copying. */
  readonly width: number;
  readonly paint: Paint;
}

/** The reply as text for a terminal. */
export function drawReply(reply: Reply, { width, paint }: Screen): string {
  const say = (text: Text) => text[reply.language];
  const pen: Pen = { say, paint, flow: (text, indent) => flow(text, indent, width) };
  const blocks = [
    ...reply.groups.map((group) => drawGroup(group, pen)),
    ...reply.crashes.map((crash) => drawCrash(crash, pen)),
    drawWarnings(reply.warnings, pen),
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')}\n`;
}

interface Pen {
  readonly say: (text: Text) => string;
  readonly paint: Paint;
  readonly flow: (text: string, indent: number) => string;
}

function drawGroup(group: GroupReply, pen: Pen): string[] {
  const { say, paint, flow } = pen;
  return [
    paint.heading(say(LABELS.shared)),
    flow(paint.strong(group.verdict), 2),
    ...group.reasons.map((reason) => flow(`- ${reason}`, 4)),
    ...drawSteps(group.steps, pen),
  ];
}

function drawCrash(crash: CrashReply, pen: Pen): string[] {
  const { say, paint, flow } = pen;
  return [
    `${paint.heading(`${crash.id}  ${crash.title}`)}  ${paint.dim(crash.where)}`,
    ...(crash.meaning ? [flow(crash.meaning, 2)] : []),
    ...crash.args.map((arg) => flow(`${arg.name} ${paint.strong(arg.value)}  ${arg.meaning}`, 2)),
    ...crash.details.map((row) => flow(`${row.name}: ${row.value}`, 2)),
    '',
    flow(`${say(LABELS.verdict)}${say(COLON)}${paint.strong(crash.verdict.sentence)}`, 2),
    ...(crash.verdict.againstAnalyze ? [flow(crash.verdict.againstAnalyze, 2)] : []),
    ...drawEvidence(crash.evidence, true, pen),
    ...drawEvidence(crash.evidence, false, pen),
    ...drawConsidered(crash.considered, pen),
    ...drawSteps(crash.steps, pen),
    ...drawNextCommands(crash, pen),
  ];
}

function drawEvidence(evidence: readonly EvidenceReply[], speaksFor: boolean, { say, paint, flow }: Pen): string[] {
  const shown = evidence.filter((item) => item.for === speaksFor);
  if (shown.length === 0) return [];
  const sign = speaksFor ? '+' : '-';
  return [
    `  ${paint.heading(say(speaksFor ? LABELS.evidenceFor : LABELS.evidenceAgainst))}`,
    ...shown.flatMap((item) => [
      flow(`${sign} ${item.suspect}: ${item.text}`, 4),
      ...item.quotes.map((quote) => paint.dim(`      ${quote.line}: ${quote.text}`)),
    ]),
  ];
}

function drawConsidered(considered: readonly EvidenceReply[], { say, paint, flow }: Pen): string[] {
  if (considered.length === 0) return [];
  return [
    `  ${paint.heading(say(LABELS.considered))}`,
    ...considered.map((item) => flow(paint.dim(`${item.suspect}: ${item.text}`), 4)),
  ];
}

function drawSteps(steps: readonly StepReply[], { say, paint, flow }: Pen): string[] {
  if (steps.length === 0) return [];
  return [
    `  ${paint.heading(say(LABELS.steps))}`,
    ...steps.flatMap((step, index) => [
      flow(`${index + 1}. ${paint.strong(step.title)}${say(COLON)}${step.text}`, 4),
      flow(paint.dim(`${say(LABELS.why)}${say(COLON)}${step.reason}`), 7),
      ...step.commands.map((command) => `       ${paint.code(command)}`),
      ...(step.undo.length > 0 ? [`       ${say(LABELS.undo)}${say(COLON)}`] : []),
      ...step.undo.map((command) => `       ${paint.code(command)}`),
    ]),
  ];
}

function drawNextCommands(crash: CrashReply, { say, paint, flow }: Pen): string[] {
  if (crash.nextCommands.length === 0) return [];
  return [
    `  ${paint.heading(say(LABELS.run))}`,
    ...crash.nextCommands.flatMap(({ command, why }) => [`    ${paint.code(command)}`, flow(paint.dim(why), 6)]),
  ];
}

function drawWarnings(warnings: readonly string[], { say, paint, flow }: Pen): string[] {
  if (warnings.length === 0) return [];
  return [paint.heading(say(LABELS.warnings)), ...warnings.map((warning) => flow(`! ${warning}`, 2))];
}
