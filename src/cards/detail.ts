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
  readonly trace: number;
}

/** Also what is sent where Teams finds a card too big. */
export const SHORTEST: Detail = {
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
  trace: 0,
};

/** From everything to hardly more than the verdicts; the first that fits is sent. The last one always fits. */
export const DETAILS: readonly Detail[] = [
  {
    text: 1200,
    groups: 5,
    reasons: 8,
    fullCrashes: 4,
    verdicts: 12,
    evidence: 12,
    quotes: 4,
    steps: 6,
    commands: 8,
    nextCommands: 8,
    warnings: 10,
    trace: 40,
  },
  {
    text: 900,
    groups: 4,
    reasons: 6,
    fullCrashes: 3,
    verdicts: 12,
    evidence: 8,
    quotes: 2,
    steps: 5,
    commands: 6,
    nextCommands: 6,
    warnings: 6,
    trace: 0,
  },
  {
    text: 600,
    groups: 3,
    reasons: 4,
    fullCrashes: 2,
    verdicts: 12,
    evidence: 6,
    quotes: 1,
    steps: 4,
    commands: 4,
    nextCommands: 5,
    warnings: 4,
    trace: 0,
  },
  {
    text: 400,
    groups: 2,
    reasons: 3,
    fullCrashes: 1,
    verdicts: 12,
    evidence: 5,
    quotes: 1,
    steps: 3,
    commands: 3,
    nextCommands: 4,
    warnings: 3,
    trace: 0,
  },
  {
    text: 250,
    groups: 2,
    reasons: 2,
    fullCrashes: 1,
    verdicts: 10,
    evidence: 3,
    quotes: 0,
    steps: 2,
    commands: 2,
    nextCommands: 3,
    warnings: 2,
    trace: 0,
  },
  SHORTEST,
];
