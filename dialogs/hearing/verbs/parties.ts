import type { WaitingFor } from '#src/cases/case-event.ts';

/** What people call those whom a case may wait for. */
const NAMES: Readonly<Record<WaitingFor, { readonly en: readonly string[]; readonly zh: readonly string[] }>> = {
  customer: {
    en: ['customers?', 'custo?mers?', 'custmers?', 'custs?', 'clients?', 'users?', 'end ?users?', 'cx'],
    zh: ['客户', '用户', '客户方'],
  },
  vendor: {
    en: ['vendors?', 'suppliers?', 'manufacturers?', 'oem', 'isv', 'ihv', 'third party', '3rd party'],
    zh: ['厂商', '厂家', '原厂', '供应商', '第三方'],
  },
  us: {
    en: ['us', 'me', 'our', 'ours', 'we', 'our (?:side|end|team)', 'internal'],
    zh: ['我们', '我', '我方', '咱们', '咱', '内部', '自己'],
  },
};

export const PARTIES = ['customer', 'vendor', 'us'] as const;

const PATTERNS = PARTIES.map((party) => {
  const { en, zh } = NAMES[party];
  return [party, `(?:(?<![a-z])(?:${en.join('|')})(?:'s)?(?![a-z])|${zh.join('|')})`] as const;
});

/** For patterns: each of them, in both languages. */
export const PARTY = `(?:${PATTERNS.map(([, pattern]) => pattern).join('|')})`;
const WHOLE = PATTERNS.map(([party, pattern]) => [party, new RegExp(`^${pattern}$`, 'iu')] as const);
const WITHIN = PATTERNS.map(([party, pattern]) => [party, new RegExp(pattern, 'iu')] as const);

/** Whom a word names; null for any other. */
export function partyOf(word: string): WaitingFor | null {
  return WHOLE.find(([, pattern]) => pattern.test(word))?.[0] ?? null;
}

/** The one who is named in some words, customers before vendors before us; null where nobody is. */
export function partyNamed(words: string): WaitingFor | null {
  return WITHIN.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}
