import { byKey } from './by-key.ts';
import type { LinkRule, SeenCrash } from './link.ts';

/** Buckets that say where the kernel noticed something, or nothing at all, bring unrelated crashes together. */
const COARSE =
  /memory_corruption|unknown|inconclusive|corrupt_module|wrong_symbols|zeroed_stack|nt!|nt_|hal!|_image_nt|ntkrnl|genuineintel|authenticamd/i;

export const sameBucket: LinkRule = {
  name: 'same-bucket',
  tie: { en: 'one bucket of the debugger', zh: '调试器把它们归入同一个故障桶' },
  find: (crashes) =>
    byKey(crashes, bucketOf).map(([bucket, members]) => ({
      crashes: members,
      certain: true,
      text: {
        en: `the debugger puts them in the same bucket, ${bucket}.`,
        zh: `调试器把它们归入同一个故障桶 ${bucket}。`,
      },
    })),
};

function bucketOf({ crash }: SeenCrash): string | null {
  const bucket = crash.failureBucket;
  return bucket && !COARSE.test(bucket) && /[!+]|\.sys/i.test(bucket) ? bucket : null;
}
