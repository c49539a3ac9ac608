import type { Language } from '../language/text.ts';
import { commandsToRun } from './commands-to-run.ts';
import type { Reply } from './reply.ts';
import { leadingSentences } from './story/leading-sentences.ts';
import { type Subject, verdictOn } from './subjects.ts';

/** What to do first, short enough to be read at once. */
export interface FirstStep {
  /** Null for a command of the debugger, which says itself what it is. */
  readonly title: string | null;
  readonly text: string;
  readonly commands: readonly string[];
}

/** As much as is read at once, in characters. */
const LONGEST: Readonly<Record<Language, number>> = { en: 210, zh: 105 };
/** The first one looks, or is undone easily; what changes a machine stands with all the steps, beside its way back. */
const MOST_COMMANDS = 1;

/** Where somebody is named, the cheapest step; where nobody is, the command that decides. */
export function firstStep(
  subject: Subject,
  { groups, language }: Pick<Reply, 'groups' | 'language'>,
): FirstStep | null {
  const verdict = verdictOn(subject);
  const isOpen = verdict?.culprit === 'unknown';
  // The story names the command that decides; that a step below repeats it is no reason to show another one here.
  const next = subject.crashes.flatMap((crash) => (isOpen ? crash.nextCommands : commandsToRun(crash, groups)))[0];
  const [step] = verdict?.steps ?? [];
  if (next && (isOpen || !step)) {
    return { title: null, text: leadingSentences(next.why, LONGEST[language]), commands: [next.command] };
  }
  if (!step) {
    return null;
  }
  const text = leadingSentences(step.text, LONGEST[language]);
  return { title: step.title, text, commands: step.commands.slice(0, MOST_COMMANDS) };
}
