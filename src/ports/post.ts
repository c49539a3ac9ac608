import type { Answer } from './answer.ts';
import type { Target } from './inbox.ts';

export type PostResult =
  | { readonly kind: 'posted' }
  /** The conversation is closed to us (removed, blocked, deleted). */
  | { readonly kind: 'gone'; readonly reason: string }
  /** The channel will never take it: our fault, trying again is pointless. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** Certainly not delivered; trying later is safe, after so long where the channel says. */
  | { readonly kind: 'later'; readonly reason: string; readonly afterMs?: number }
  /** May or may not have been delivered. */
  | { readonly kind: 'unclear'; readonly reason: string };

/** Says something in a conversation. Never rejects, and ends within its own deadline. */
export type Post = (target: Target, answer: Answer, replyTo: string | null) => Promise<PostResult>;
