import type { IncomingActivity } from './incoming-activity.ts';

/** The tenant an activity claims to come from, '' where the channel names none. */
export function tenantOf(activity: IncomingActivity): string {
  return activity.conversation.tenantId ?? activity.channelData?.tenant?.id ?? '';
}

/**
 * Equal for every delivery of the same event: Teams sends a message again where the answer to it comes late.
 * An edit has the id of the message it changes, so it is told apart by its time.
 */
export function activityKey(activity: IncomingActivity): string {
  const id = activity.id ?? '';
  if (activity.type === 'message') {
    return id;
  }
  return [activity.type, id, activity.timestamp ?? ''].join(' ');
}
