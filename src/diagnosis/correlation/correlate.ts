import type { DiagnosedCrash, Group } from '../diagnosis.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';

export function correlate(_crashes: readonly DiagnosedCrash[], _knowledge: Knowledge): Group[] {
  return [];
}
