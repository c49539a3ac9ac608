import type { Judgement, Recommendation } from '../diagnosis/verdict/verdict.ts';
import type { Say } from '../language/say.ts';
import type { StepReply } from './reply.ts';
import type { Story } from './story/story.ts';

type Judged = Pick<Judgement, 'recommendations' | 'nextCommands'>;

/** What to do, without what the story and the commands to run tell already. */
export function stepReplies({ recommendations, nextCommands }: Judged, story: Story, say: Say): readonly StepReply[] {
  const commands = new Set(nextCommands.map(({ command }) => command));
  return recommendations
    .filter((step) => !isTold(step, story, commands, say))
    .map(({ title, text, reason, commands, undo }) => ({
      title: say(title),
      text: say(text),
      reason: say(reason),
      commands,
      undo,
    }));
}

/** The usual causes, and the command that decides among them. */
function isTold({ text, commands }: Recommendation, story: Story, next: ReadonlySet<string>, say: Say): boolean {
  return story.some((sentence) => sentence.text.endsWith(say(text))) && commands.every((command) => next.has(command));
}
