import type { Answer } from './answer.ts';
import type { Target } from './inbox.ts';

export type PostResult =
  /** `id`: the channel's own, where it tells. */
  | { readonly kind: 'posted'; readonly id?: string }
  /** The conversation is closed to us (removed, blocked, deleted). */
  | { readonly kind: 'gone'; readonly reason: string }
  /** The channel will never take it: our fault, trying again is pointless. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** Certainly not delivered; trying later is safe, after so long where the channel says. */
  | { readonly kind: 'later'; readonly reason: string; readonly afterMs?: number }
  /** May or may not have been delivered. */
  | { readonly kind: 'unclear'; readonly reason: string };

/** Shows that somebody is at work, and leaves nothing behind: it may be sent as often as one likes. */
export const TYPING = { kind: 'typing' } as const;

export type Saying = Answer | typeof TYPING;

/**
 * Says something in a conversation, once. Never rejects, never waits for better times, and ends within its own deadline.
 * Copies of the same saying carry the same `key`, so that who finds two knows that they are one.
 */
export type Post = (target: Target, saying: Saying, replyTo: string | null, key?: string) => Promise<PostResult>;

/** Puts a sign on a message of somebody else that it was read, for whoever scrolls by. Never rejects; that it failed is not told. */
export type MarkRead = (target: Target, message: string) => Promise<void>;
