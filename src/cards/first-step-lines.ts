import { COLON } from '../language/joined.ts';
import type { Language } from '../language/text.ts';
import type { FirstStep } from '../reply/first-step.ts';
import { LABELS } from '../reply/words.ts';
import type { Element } from './adaptive-card.ts';
import { codeBlock } from './code-block.ts';
import type { Detail } from './detail.ts';
import { heading, line, run } from './runs.ts';

/** What to do first, with its command to copy. */
export function firstStepLines(step: FirstStep | null, detail: Detail, language: Language): Element[] {
  if (step === null) {
    return [];
  }
  const title = step.title === null ? LABELS.run[language] : `${LABELS.first[language]}${COLON[language]}${step.title}`;
  return [
    heading(title),
    ...(step.text === '' ? [] : [line([run(step.text, detail.text)], 'None')]),
    ...(step.commands.length > 0 ? [codeBlock(step.commands, detail.text)] : []),
  ];
}
