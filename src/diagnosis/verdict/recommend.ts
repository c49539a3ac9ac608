import type { Judged } from './judged.ts';
import type { Recommendation } from './verdict.ts';

export function recommend(_judged: Judged): Recommendation[] {
  return [];
}
