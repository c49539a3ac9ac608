import type { Slot } from '../follow-ups/due.ts';
import type { FollowUpSetting } from '../follow-ups/setting.ts';
import type { Target } from './inbox.ts';
import type { Place } from './place.ts';

/** What a place has asked for, and how far its digests are. */
export interface FollowUp {
  readonly place: Place;
  readonly setting: FollowUpSetting;
  /** Grows with every change of the setting. */
  readonly version: number;
  /** When the last digest was claimed, ISO instant; null: never. */
  readonly lastDigestAt: string | null;
  /** Key of a digest that had nothing to say when last looked at; a change of any case empties it. */
  readonly quietKey: string | null;
}

/** The wish to post one digest: the place as it was seen, and the day. */
export interface Claim {
  readonly followUp: FollowUp;
  readonly slot: Slot;
}

/** A digest that was claimed and waits to be posted. */
export interface ClaimedDigest {
  readonly id: string;
  readonly key: string;
  readonly day: string;
  readonly claimedAt: string;
  /** Attempts to post it that were begun, this one included. */
  readonly attempts: number;
  /** Those of them that may have been delivered. */
  readonly unclear: number;
  readonly target: Target;
  readonly setting: FollowUpSetting;
}

export type DigestOutcome = 'posted' | 'nothing' | 'late' | 'gone' | 'refused' | 'unsent';

export interface FollowUpStore {
  /** What a place has asked for; null where it wants no digests. */
  readonly find: (place: Place) => Promise<FollowUp | null>;
  /** Null switches the digests off. The target is the place's, see `placeTarget`. */
  readonly save: (target: Target, setting: FollowUpSetting | null) => Promise<void>;
  /** All places that want digests and can be posted to. */
  readonly wanted: () => Promise<readonly FollowUp[]>;
  readonly markQuiet: (followUp: FollowUp, key: string) => Promise<void>;
  /**
   * Records that these digests are to be posted and queues the jobs, in one transaction. One caller wins each; lost are
   * also those whose setting has changed meanwhile. Returns how many were won.
   */
  readonly claim: (claims: readonly Claim[], now: string) => Promise<number>;
  /** Records that an attempt begins, before anything is sent. Null where it ended or digests are off by now. */
  readonly begin: (id: string) => Promise<ClaimedDigest | null>;
  /** Counts an attempt that may have been delivered; returns how many there were, this one included. */
  readonly countUnclear: (digest: ClaimedDigest) => Promise<number>;
  /** Ends it. The cases are those that it reminded of: they are counted anew from the claim. */
  readonly finish: (digest: ClaimedDigest, outcome: DigestOutcome, cases: readonly number[]) => Promise<void>;
  /** Nothing is posted there until somebody speaks to us again, or adds us. */
  readonly suspend: (place: Place, reason: string) => Promise<void>;
  /** All channels of a team that has removed us (with the reason), or added us again (null). */
  readonly suspendTeam: (tenant: string, team: string, reason: string | null) => Promise<void>;
  /** How many places want digests and are suspended. */
  readonly suspendedCount: () => Promise<number>;
  /** Somebody spoke to us there: the address is fresh, and nothing is suspended any more. */
  readonly refresh: (target: Target) => Promise<void>;
}
