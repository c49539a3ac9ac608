import type { StackFact } from '../facts.ts';

/** Commands that print the stacks of other threads, of other processors, or of earlier times. */
const OF_OTHERS = /^!(?:running|(?:mex\.)?us|stacks|deadlock)\b/i;

/** True where the command that printed it looks at whoever there is: the stack of the crash may be among them, or not. */
export function isStackOfOthers({ command }: StackFact): boolean {
  return OF_OTHERS.test(command);
}
