import type { FollowUpStore } from './ports/follow-up-store.ts';
import type { Inbox } from './ports/inbox.ts';
import { placeOf, placeTarget } from './ports/place.ts';

/** The inbox, which tells the follow-ups where somebody spoke to us, and where we were removed. */
export function refreshingInbox(inbox: Inbox, followUps: FollowUpStore): Inbox {
  return {
    ...inbox,
    accept: async (arrival) => {
      const accepted = await inbox.accept(arrival);
      await followUps.refresh(placeTarget(arrival.target));
      return accepted;
    },
    suspend: async (target, reason) => {
      await inbox.suspend(target, reason);
      await followUps.suspend(placeOf(target), reason);
    },
  };
}
