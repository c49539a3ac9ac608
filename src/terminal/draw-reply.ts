import { COLON } from '../language/joined.ts';
import type { Say } from '../language/say.ts';
import type { Text } from '../language/text.ts';
import { commandsToRun } from '../reply/commands-to-run.ts';
import { type EvidencePart, evidenceParts, nameBeside } from '../reply/evidence-parts.ts';
import { quoteOnce, seenAbove } from '../reply/quote-once.ts';
import type { CrashReply, EvidenceReply, GroupReply, Reply, StepReply } from '../reply/reply.ts';
import { LABELS } from '../reply/words.ts';
import { flow, flowAfter } from './flow.ts';
import type { Paint } from './paint.ts';

export interface Screen {
  /** Columns; text is wrapped to it, except commands and quotes, which must stay whole for copying. */
  readonly width: number;
  readonly paint: Paint;
}

/** The reply as text for a terminal. */
export function drawReply(reply: Reply, { width, paint }: Screen): string {
  const say = (text: Text) => text[reply.language];
  const pen: Pen = {
    reply,
    say,
    paint,
    flow: (text, indent) => flow(text, indent, width),
    flowAfter: (lead, text, indent) => flowAfter(lead, text, indent, width),
  };
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
  readonly reply: Reply;
  readonly say: Say;
  readonly paint: Paint;
  readonly flow: (text: string, indent: number) => string;
  readonly flowAfter: (lead: string, text: string, indent: number) => string;
}

function drawGroup(group: GroupReply, pen: Pen): string[] {
  const { say, paint, flow, flowAfter } = pen;
  return [
    paint.heading(say(LABELS.shared)),
    flow(paint.strong(group.verdict), 2),
    ...group.reasons.map((reason) => flowAfter('- ', reason, 4)),
    ...drawSteps(group.steps, pen),
  ];
}

/** Verdict first. Where nobody can be named, what to run comes next: without it nothing goes on. */
function drawCrash(crash: CrashReply, pen: Pen): string[] {
  const { main, others } = evidenceParts(crash, pen.reply.language);
  const isOpen = crash.verdict.culprit === 'unknown';
  const quotes = quoteOnce();
  const steps = drawSteps(crash.steps, pen);
  const next = drawNextCommands(crash, pen);
  return [
    ...drawVerdict(crash, pen),
    ...(isOpen ? next : []),
    ...drawArguments(crash, pen),
    ...main.flatMap((part) => drawEvidence(part, '+', quotes, pen)),
    ...others.flatMap((part) => drawEvidence(part, '-', quotes, pen)),
    ...steps,
    ...(isOpen ? [] : next),
  ];
}

function drawVerdict(crash: CrashReply, { reply, say, paint, flow, flowAfter }: Pen): string[] {
  const name = reply.crashes.length > 1 || reply.groups.length > 0 ? `${crash.id}  ` : '';
  const verdict = `${say(LABELS.verdict)}${say(COLON)}`;
  return [
    `${paint.heading(`${name}${crash.title}`)}  ${paint.dim(crash.where)}`,
    flowAfter(verdict, paint.strong(crash.verdict.sentence), 2),
    ...(crash.verdict.againstAnalyze ? [flow(crash.verdict.againstAnalyze, 2)] : []),
    ...(crash.meaning ? [flow(crash.meaning, 2)] : []),
  ];
}

function drawArguments(crash: CrashReply, { say, paint, flowAfter }: Pen): string[] {
  const rows = [
    ...crash.args.map((arg) => flowAfter(`${arg.name} `, `${paint.strong(arg.value)}  ${arg.meaning}`, 4)),
    ...crash.details.map((row) => flowAfter('', `${row.name}${say(COLON)}${row.value}`, 4)),
  ];
  if (rows.length === 0) {
    return [];
  }
  return [`  ${paint.heading(say(crash.args.length > 0 ? LABELS.arguments : LABELS.facts))}`, ...rows];
}

function drawEvidence(
  { title, evidence, isNamed }: EvidencePart,
  sign: '+' | '-',
  quotes: ReturnType<typeof quoteOnce>,
  pen: Pen,
): string[] {
  const { reply, say, paint, flowAfter } = pen;
  const told = (item: EvidenceReply) =>
    isNamed ? `${nameBeside(item, reply.language)}${say(COLON)}${item.text}` : item.text;
  return [
    `  ${paint.heading(title)}`,
    ...evidence.flatMap((item) => [flowAfter(`${sign} `, told(item), 4), ...drawQuotes(quotes(item.quotes), pen)]),
  ];
}

function drawQuotes({ fresh, again }: ReturnType<ReturnType<typeof quoteOnce>>, { say, paint }: Pen): string[] {
  const quoted = fresh.map(({ place, text }) => `${place}: ${text}`);
  const named = again.length > 0 ? [`(${say(seenAbove(again))})`] : [];
  return [...quoted, ...named].map((text) => paint.dim(`      ${text}`));
}

function drawSteps(steps: readonly StepReply[], { say, paint, flow, flowAfter }: Pen): string[] {
  if (steps.length === 0) {
    return [];
  }
  return [
    `  ${paint.heading(say(LABELS.steps))}`,
    ...steps.flatMap((step, index) => [
      flowAfter(`${index + 1}. `, `${paint.strong(step.title)}${say(COLON)}${step.text}`, 4),
      flow(paint.dim(`${say(LABELS.why)}${say(COLON)}${step.reason}`), 7),
      ...step.commands.map((command) => `       ${paint.code(command)}`),
      ...(step.undo.length > 0 ? [`       ${say(LABELS.undo)}${say(COLON).trimEnd()}`] : []),
      ...step.undo.map((command) => `       ${paint.code(command)}`),
    ]),
  ];
}

function drawNextCommands(crash: CrashReply, { reply, say, paint, flow }: Pen): string[] {
  const commands = commandsToRun(crash, reply.groups);
  if (commands.length === 0) {
    return [];
  }
  return [
    `  ${paint.heading(say(LABELS.run))}`,
    ...commands.flatMap(({ command, why }) => [`    ${paint.code(command)}`, flow(paint.dim(why), 6)]),
  ];
}

function drawWarnings(warnings: readonly string[], { say, paint, flowAfter }: Pen): string[] {
  if (warnings.length === 0) {
    return [];
  }
  return [paint.heading(say(LABELS.warnings)), ...warnings.map((warning) => flowAfter('! ', warning, 2))];
}
