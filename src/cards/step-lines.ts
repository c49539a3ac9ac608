import { COLON } from '../language/joined.ts';
import type { Language } from '../language/text.ts';
import type { StepReply } from '../reply/reply.ts';
import { LABELS } from '../reply/words.ts';
import type { Element } from './adaptive-card.ts';
import { moreSteps } from './card-words.ts';
import { codeBlock } from './code-block.ts';
import type { Detail } from './detail.ts';
import { fold } from './fold.ts';
import { heading, line, run } from './runs.ts';

/** The cheapest steps, which come first, are open; the others unfold, or a card would be longer than a screen. */
const OPEN_STEPS = 2;

/** What to do, with commands to copy and the way back. `id` names the folded part and is unique in the card. */
export function stepLines(steps: readonly StepReply[], detail: Detail, language: Language, id: string): Element[] {
  const shown = steps.slice(0, detail.steps);
  if (shown.length === 0) {
    return [];
  }
  const lines = shown.map((step, index) => stepLine(step, index, detail, language));
  const open = lines.slice(0, OPEN_STEPS).flat();
  const folded = lines.slice(OPEN_STEPS);
  return [
    heading(LABELS.steps[language]),
    ...open,
    ...(folded.length > 0 ? fold(moreSteps(folded.length)[language], id, folded.flat()) : []),
  ];
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
