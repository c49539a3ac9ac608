import { ActivityTypes } from 'botbuilder';
import type { Target } from '../../ports/inbox.ts';
import type { IncomingActivity } from './incoming-activity.ts';

/** A place in which nobody can be spoken to from now on, and why: `removed` is so of a whole team. */
export interface PlaceGone {
  readonly target: Target;
  readonly reason: 'removed' | 'deleted';
}

/**
 * What an event tells of the end of a place; null for all others ("Conversation events in your Teams bot"). A team, channel
 * or person that is renamed changes nothing: places are known by their ids, and a name is read from each message anew.
 */
export function placeGone(activity: IncomingActivity, target: Target): PlaceGone | null {
  const { type, action, channelData } = activity;
  if (type === ActivityTypes.InstallationUpdate && action?.startsWith('remove')) {
    return { target, reason: 'removed' };
  }
  if (type !== ActivityTypes.ConversationUpdate) {
    return null;
  }
  const event = channelData?.eventType;
  if (event === 'teamDeleted' || event === 'teamHardDeleted') {
    return { target, reason: 'removed' };
  }
  // Told in the conversation of its team.
  const channel = channelData?.channel?.id;
  return event === 'channelDeleted' && channel
    ? { target: { ...target, conversation: channel }, reason: 'deleted' }
    : null;
}
