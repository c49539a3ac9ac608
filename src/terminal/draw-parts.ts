import { COLON } from '../language/joined.ts';
import { commandsToRun } from '../reply/commands-to-run.ts';
import { type EvidencePart, nameBeside } from '../reply/evidence-parts.ts';
import { type quoteOnce, seenAbove } from '../reply/quote-once.ts';
import type { CrashReply, EvidenceReply, StepReply } from '../reply/reply.ts';
import { LABELS } from '../reply/words.ts';
import type { Pen } from './pen.ts';

/** The parts of a reply, each with its heading; no line where there is nothing to say. */

type Quotes = ReturnType<typeof quoteOnce>;

/** What the stop code means, its arguments, and the labelled values of the paste. */
export function drawArguments(crash: CrashReply, { say, paint, flow, flowAfter }: Pen): string[] {
  const rows = [
    ...(crash.meaning ? [flow(crash.meaning, 4)] : []),
    ...crash.args.map((arg) => flowAfter(`${arg.name} `, `${paint.strong(arg.value)}  ${arg.meaning}`, 4)),
    ...crash.details.map((row) => flowAfter('', `${row.name}${say(COLON)}${row.value}`, 4)),
  ];
  if (rows.length === 0) {
    return [];
  }
  return [`  ${paint.heading(say(crash.args.length > 0 ? LABELS.arguments : LABELS.facts))}`, ...rows];
}

/** Claims that answer one question, each with its lines. */
export function drawEvidence(
  { title, evidence, isNamed }: EvidencePart,
  sign: '+' | '-',
  quotes: Quotes,
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

function drawQuotes({ fresh, again }: ReturnType<Quotes>, { say, paint }: Pen): string[] {
  const quoted = fresh.map(({ place, text }) => `${place}: ${text}`);
  const named = again.length > 0 ? [`(${say(seenAbove(again))})`] : [];
  return [...quoted, ...named].map((text) => paint.dim(`      ${text}`));
}

/** What to do, with commands to copy and the way back. */
export function drawSteps(steps: readonly StepReply[], { say, paint, flow, flowAfter }: Pen): string[] {
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

/** What to run next, and why. */
export function drawNextCommands(crash: CrashReply, { reply, say, paint, flow }: Pen): string[] {
  const commands = commandsToRun(crash, reply.groups);
  if (commands.length === 0) {
    return [];
  }
  return [
    `  ${paint.heading(say(LABELS.run))}`,
    ...commands.flatMap(({ command, why }) => [`    ${paint.code(command)}`, flow(paint.dim(why), 6)]),
  ];
}

/** What a reader should know of the paste. */
export function drawWarnings(warnings: readonly string[], { say, paint, flowAfter }: Pen): string[] {
  if (warnings.length === 0) {
    return [];
  }
  return [paint.heading(say(LABELS.warnings)), ...warnings.map((warning) => flowAfter('! ', warning, 2))];
}
