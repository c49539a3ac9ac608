import type { CrashReply } from '../reply/reply.ts';

export interface Explanation {
  /** A few sentences in the language of the reply. */
  readonly text: string;
  /** Who worded it: a card says so. */
  readonly by: 'template' | 'model';
}

/** Puts a verdict that is already settled into words. Never rejects: what cannot be worded is worded by template. */
export type Explain = (crash: CrashReply, language: 'en' | 'zh') => Promise<Explanation>;
