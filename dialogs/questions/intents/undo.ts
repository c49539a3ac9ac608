import { STEPS } from '#src/diagnosis/advice/steps.ts';
import type { AnswerPart, On } from '../on.ts';
import { part, plain } from '../on.ts';
import { NOT_VERIFIER, NOTHING_TO_UNDO, UNDO_VERIFIER, WILL_NOT_BOOT } from '../words.ts';
import { stepsOf } from './first.ts';

const VERIFIER = /^verifier\b/;
const MOST_STEPS = 3;

/** The way back from the steps that were given; from Driver Verifier also where Windows does not start any more. */
export function undo(on: On): AnswerPart[] {
  const { say, asked } = on;
  const steps = stepsOf(on).filter(({ undo: back }) => back.length > 0);
  const ofVerifier = steps.find(({ commands }) => commands.some((command) => VERIFIER.test(command)));
  if (asked.about === 'no-start') {
    return [
      { claims: [plain(say(WILL_NOT_BOOT))], commands: ofVerifier?.undo ?? verifierUndo() },
      ...part([plain(say(NOT_VERIFIER))]),
    ];
  }
  if (asked.about === 'verifier') {
    return [
      { claims: [plain(say(UNDO_VERIFIER)), plain(say(WILL_NOT_BOOT))], commands: ofVerifier?.undo ?? verifierUndo() },
    ];
  }
  if (steps.length === 0) {
    return part([plain(say(NOTHING_TO_UNDO))]);
  }
  return steps.slice(0, MOST_STEPS).map(({ title, undo: back }) => ({ title, commands: back }));
}

/** The step's, for whoever turned it on without us. */
function verifierUndo(): readonly string[] {
  return STEPS.find(({ undo: back }) => back.some((command) => VERIFIER.test(command)))?.undo ?? [];
}
