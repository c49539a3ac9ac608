import { COLON } from '../language/joined.ts';
import type { Language } from '../language/text.ts';
import type { StepReply } from '../reply/reply.ts';
import { LABELS } from '../reply/words.ts';
import type { Element } from './adaptive-card.ts';
import { codeBlock } from './code-block.ts';
import type { Detail } from './detail.ts';
import { line, run } from './runs.ts';

/** What to do, cheapest first, with commands to copy and the way back. */
export function stepLines(steps: readonly StepReply[], detail: Detail, language: Language): Element[] {
  return steps.slice(0, detail.steps).flatMap((step, index) => stepLine(step, index, detail, language));
}

function stepLine(step: StepReply, index: number, detail: Detail, language: Language): Element[] {
  const commands = step.commands.slice(0, detail.commands);
  const undo = step.undo.slice(0, detail.commands);
  return [
    line([run(`${index + 1}. ${step.title}`, 200, { weight: 'Bolder' })], 'Medium'),
    line([run(step.text, detail.text)]),
    line([run(`${LABELS.why[language]}${COLON[language]}${step.reason}`, detail.text, { isSubtle: true })]),
    ...(commands.length > 0 ? [codeBlock(commands, detail.text)] : []),
    ...(undo.length > 0 ? [line([run(LABELS.undo[language], 60)]), codeBlock(undo, detail.text)] : []),
  ];
}
