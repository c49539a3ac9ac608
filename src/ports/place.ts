import type { Target } from './inbox.ts';

/**
 * A chat or a channel as people see it: who is a member of it sees its cases. A thread of a channel is a conversation
 * of its own for the channel service; here it is part of the channel.
 */
export interface Place {
  readonly tenant: string;
  readonly conversation: string;
}

/** Teams writes a thread as `<channel>;messageid=<root message>`. */
const THREAD = ';messageid=';

export function placeOf({ tenant, conversation }: Place): Place {
  const [channel = conversation] = conversation.split(THREAD, 1);
  return { tenant, conversation: channel };
}

/** The whole id of the channel thread that something was said in, null in a chat without threads. */
export function threadOf({ conversation }: Place): string | null {
  return conversation.includes(THREAD) ? conversation : null;
}

/** The same place as an address to begin something new at: in a channel, a new thread. */
export function placeTarget(target: Target): Target {
  const place = placeOf(target);
  const { activityId: _, ...reference } = target.reference;
  const conversation = { ...(reference.conversation as object), id: place.conversation };
  return { ...place, reference: { ...reference, conversation } };
}
