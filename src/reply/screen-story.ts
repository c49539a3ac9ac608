import type { FirstStep } from './first-step.ts';
import type { Story } from './story/story.ts';

/** The story above a first step: what that step says itself is not said before it. */
export function screenStory(story: Story, step: FirstStep | null): Story {
  const [command] = step?.title === null ? step.commands : [];
  return story.filter(({ part, text }) => part !== 'promise' || command === undefined || !text.endsWith(command));
}
