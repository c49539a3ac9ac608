import type { Judged } from '../verdict/judged.ts';

/** The image that the advice is about: the culprit, and for Windows itself the one that !analyze names. */
export function namedImage({ crash, verdict }: Judged): string {
  if (verdict.culprit !== 'os') {
    return verdict.culprit;
  }
  return crash.image?.toLowerCase() ?? (crash.module ? `${crash.module.toLowerCase()}.sys` : 'os');
}
