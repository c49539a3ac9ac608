/** How much of a reply a card shows. Everything but the verdicts may shrink. */
export interface Detail {
  /** Longest single text, in characters. */
  readonly text: number;
  readonly groups: number;
  readonly reasons: number;
  /** Crashes shown with all that follows; the rest with their verdict only. */
  readonly fullCrashes: number;
  readonly verdicts: number;
  readonly evidence: number;
  readonly quotes: number;
  readonly steps: number;
  readonly commands: number;
  readonly nextCommands: number;
  readonly warnings: number;
}

/** All there is to say: no card, but what a card is compared with. */
export const EVERYTHING: Detail = {
  text: Number.POSITIVE_INFINITY,
  groups: Number.POSITIVE_INFINITY,
  reasons: Number.POSITIVE_INFINITY,
  fullCrashes: Number.POSITIVE_INFINITY,
  verdicts: Number.POSITIVE_INFINITY,
  evidence: Number.POSITIVE_INFINITY,
  quotes: Number.POSITIVE_INFINITY,
  steps: Number.POSITIVE_INFINITY,
  commands: Number.POSITIVE_INFINITY,
  nextCommands: Number.POSITIVE_INFINITY,
  warnings: Number.POSITIVE_INFINITY,
};

const FULL: Detail = {
  text: 1200,
  groups: 5,
  reasons: 8,
  fullCrashes: 6,
  verdicts: 12,
  evidence: 12,
  quotes: 4,
  steps: 6,
  commands: 8,
  nextCommands: 8,
  warnings: 10,
};
const LONG: Detail = { ...FULL, text: 900, fullCrashes: 4, quotes: 3 };
const MIDDLE: Detail = {
  ...LONG,
  text: 600,
  fullCrashes: 3,
  evidence: 8,
  quotes: 1,
  steps: 4,
  commands: 5,
  reasons: 5,
};
const SHORT: Detail = {
  ...MIDDLE,
  text: 400,
  fullCrashes: 1,
  evidence: 6,
  steps: 3,
  commands: 3,
  groups: 2,
  reasons: 3,
};

const VERDICTS: Detail = {
  text: 100,
  groups: 1,
  reasons: 1,
  fullCrashes: 0,
  verdicts: 4,
  evidence: 0,
  quotes: 0,
  steps: 0,
  commands: 0,
  nextCommands: 0,
  warnings: 1,
};

/** For texts of nothing but marks that both markdown and JSON escape, which makes four bytes of one. */
export const SHORTEST: Detail = { ...VERDICTS, text: 40 };

/** From everything to hardly more than the verdicts; the first that fits is sent. The last one always fits. */
export const DETAILS: readonly Detail[] = [
  FULL,
  LONG,
  { ...LONG, evidence: 8, quotes: 2, nextCommands: 5, warnings: 6 },
  { ...MIDDLE, nextCommands: 5, warnings: 5 },
  { ...MIDDLE, fullCrashes: 2, evidence: 6, nextCommands: 4, warnings: 4 },
  { ...MIDDLE, text: 400, fullCrashes: 5, evidence: 4, steps: 2, commands: 3, nextCommands: 2, warnings: 3 },
  { ...SHORT, nextCommands: 4, warnings: 3 },
  { ...SHORT, evidence: 4, steps: 2, nextCommands: 3, warnings: 3 },
  { ...SHORT, text: 250, verdicts: 10, evidence: 3, quotes: 0, steps: 2, nextCommands: 3, warnings: 2 },
  VERDICTS,
  SHORTEST,
];
