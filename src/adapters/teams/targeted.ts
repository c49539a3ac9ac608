import type { Target } from '../../ports/inbox.ts';
import type { Saying } from '../../ports/post.ts';
import type { IncomingActivity } from './incoming-activity.ts';
import { Client } from './own-retries.ts';
import { scopeOf } from './read-message.ts';

/** Whether something is to be seen by nobody but whoever it answers. In a personal chat nobody else is there. */
export function isTargeted(saying: Saying, { reference }: Target): boolean {
  const { conversation } = reference as Partial<Pick<IncomingActivity, 'conversation'>>;
  const isForAsker = 'forAsker' in saying && saying.forAsker === true;
  return isForAsker && conversation !== undefined && scopeOf({ conversation }) !== 'personal';
}

/**
 * Makes what a client posts a message that only its recipient sees ("Targeted messages", general since July 2026). The
 * recipient is whoever spoke: the SDK fills it in from the conversation reference. botbuilder 4.23 knows no such call.
 */
export function showOnlyToRecipient(client: unknown): void {
  Client.parse(client).client.pipeline.addPolicy({
    name: 'stopcodeTargeted',
    sendRequest: (request, next) => {
      const url = new URL(request.url);
      url.searchParams.set('isTargetedActivity', 'true');
      request.url = url.href;
      return next(request);
    },
  });
}
