import type { Innocent } from './innocent.ts';

/** Plants into a text; null where it has no place for this. Everything random comes from `random` (0 to 1). */
export type PlantText = (text: string, innocent: Innocent, random: () => number) => string | null;
