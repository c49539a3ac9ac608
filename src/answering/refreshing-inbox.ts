import type { FollowUpStore } from '../ports/follow-up-store.ts';
import type { Inbox, Target } from '../ports/inbox.ts';
import { placeOf, placeTarget, threadOf } from '../ports/place.ts';

/** Why `receive.ts` suspends: somebody took the bot out, of a whole team where it was in one. */
const REMOVED = 'removed';

/** The inbox, which tells the follow-ups where somebody spoke to us, and where we were removed. */
export function refreshingInbox(inbox: Inbox, followUps: FollowUpStore): Inbox {
  const suspendTeam = async ({ tenant, reference: { team } }: Target, reason: string | null) => {
    if (typeof team === 'string') {
      await followUps.suspendTeam(tenant, team, reason);
    }
  };
  return {
    ...inbox,
    accept: async (arrival) => {
      const accepted = await inbox.accept(arrival);
      if (accepted !== 'unknown') {
        await followUps.refresh(placeTarget(arrival.target));
      }
      if (arrival.message.kind === 'welcome') {
        await suspendTeam(arrival.target, null);
      }
      return accepted;
    },
    suspend: async (target, reason) => {
      await inbox.suspend(target, reason);
      // A thread whose first message was deleted is gone; the channel around it is not.
      if (threadOf(target) !== null && reason.startsWith('404')) {
        return;
      }
      await followUps.suspend(placeOf(target), reason);
      if (reason === REMOVED) {
        await suspendTeam(target, reason);
      }
    },
  };
}
