import type { Language } from '../language/text.ts';
import type { Explanation } from '../reply/explanation.ts';
import type { CrashReply } from '../reply/reply.ts';

/** Puts a verdict that is already settled into words. Never rejects: what cannot be worded is worded by template. */
export type Explain = (crash: CrashReply, language: Language) => Promise<Explanation>;
