import type { CrashReply } from '../reply/reply.ts';
import type { Element } from './adaptive-card.ts';
import { buttonRows, folded, toggle } from './buttons.ts';
import { showCrash } from './card-words.ts';
import type { Drawing } from './drawing.ts';
import { execute } from './execute.ts';
import { unfoldedCrash } from './unfolded.ts';

/**
 * "Show c3" for each crash: unfolds it where the card has room for it, else fetches it. `from` is how many crashes of the
 * card come before.
 */
export function crashButtons(crashes: readonly CrashReply[], from: number, drawing: Drawing): Element[] {
  const { detail, ask, reply } = drawing;
  const isHeld = (index: number) => from + index < detail.fullCrashes;
  const held = crashes.filter((_, index) => isHeld(index));
  const actions = crashes.flatMap((crash, index) => {
    const title = showCrash(crash.id)[reply.language];
    if (isHeld(index)) {
      return [toggle(title, `crash-${crash.id}`)];
    }
    return ask ? [execute(title, ask(crash.id))] : [];
  });
  return [
    ...buttonRows(actions),
    ...held.map((crash) => folded({ id: `crash-${crash.id}`, items: unfoldedCrash(crash, drawing) })),
  ];
}
