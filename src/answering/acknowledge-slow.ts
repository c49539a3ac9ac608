import type { Inbox } from '../ports/inbox.ts';
import type { Outbox } from '../ports/outbox.ts';
import { type Place, placeOf } from '../ports/place.ts';
import { type Post, TYPING } from '../ports/post.ts';

export interface AcknowledgingTools {
  readonly inbox: Inbox;
  readonly outbox: Pick<Outbox, 'isAwaited'>;
  readonly post: Post;
  /** Whether something may be sent at once: an answer never waits for a sign that it will come. */
  readonly isFree: (conversation: Place) => boolean;
  readonly turn: (conversation: Place) => Promise<void>;
  /** What is answered within this needs no sign. */
  readonly afterMs: number;
}

export interface Acknowledging {
  readonly inbox: Inbox;
  readonly stop: () => void;
}

/** The same inbox, which shows that somebody is at work where the answer to a message takes its time. */
export function acknowledgeSlow(tools: AcknowledgingTools): Acknowledging {
  const { inbox, afterMs } = tools;
  const timers = new Map<string, NodeJS.Timeout>();
  return {
    inbox: {
      ...inbox,
      accept: async (arrival) => {
        const accepted = await inbox.accept(arrival);
        const { target, message } = arrival;
        const name = `${target.tenant} ${placeOf(target).conversation}`;
        if (accepted === 'duplicate' || message.kind === 'welcome' || timers.has(name)) {
          return accepted;
        }
        const show = () => {
          timers.delete(name);
          // A sign that did not come is missed by nobody: the answer still comes.
          acknowledge(target, tools).catch(() => undefined);
        };
        timers.set(name, setTimeout(show, afterMs).unref());
        return accepted;
      },
    },
    stop: () => {
      for (const timer of timers.values()) {
        clearTimeout(timer);
      }
      timers.clear();
    },
  };
}

async function acknowledge(target: Parameters<Post>[0], { outbox, post, isFree, turn }: AcknowledgingTools) {
  if (!isFree(target) || !(await outbox.isAwaited(target))) {
    return;
  }
  await turn(target);
  await post(target, TYPING, null);
}
