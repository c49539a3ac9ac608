import type { Crash } from '#src/diagnosis/crash.ts';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import type { Lines } from '#src/diagnosis/facts.ts';
import { readLines } from '#src/diagnosis/intake/read-lines.ts';
import type { Knowledge } from '#src/diagnosis/knowledge/knowledge.ts';

/** What must never happen, whatever was pasted. */
export interface Finding {
  readonly what: 'throw' | 'parser' | 'lines' | 'slow';
  readonly detail: string;
}

/** So many times the usual time per character is slow, in the best of several runs. */
const SLOW = 25;
const RUNS = 4;
/** Below this a run's time is mostly that of the clock and of the compiler. */
const SHORTEST_TEXT = 2000;

/**
 * Diagnoses one text and looks for what must never happen.
 * @param usual milliseconds that a character of sound text takes here; null to leave time out
 * @param clock milliseconds
 */
export function examine(text: string, knowledge: Knowledge, usual: number | null, clock: () => number): Finding[] {
  try {
    const findings = examineResult(text, knowledge);
    const ratio = usual === null ? 0 : timePerCharacter(text, knowledge, clock, 1) / usual;
    const isSlow = usual !== null && ratio > SLOW && timePerCharacter(text, knowledge, clock, RUNS) / usual > SLOW;
    return isSlow ? [...findings, { what: 'slow', detail: `${ratio.toFixed(0)} times the usual time` }] : findings;
  } catch (thrown) {
    const detail = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
    return [{ what: 'throw', detail }];
  }
}

/** @returns milliseconds for a character, in the best of several runs */
export function timePerCharacter(text: string, knowledge: Knowledge, clock: () => number, runs: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const from = clock();
    diagnose([{ source: null, text }], knowledge);
    best = Math.min(best, clock() - from);
  }
  return best / Math.max(text.length, SHORTEST_TEXT);
}

function examineResult(text: string, knowledge: Knowledge): Finding[] {
  const { crashes, warnings } = diagnose([{ source: null, text }], knowledge);
  const last = readLines(text).lines.at(-1)?.lines[1] ?? 0;
  const broken = warnings.filter((warning) => warning.text.en.includes('could not be read by the parser'));
  const places = crashes.flatMap(({ crash }) => placesOf(crash));
  const outside = places.filter(({ lines: [from, to] }) => from < 1 || to < from || to > last);
  return [
    ...broken.map((warning): Finding => ({ what: 'parser', detail: warning.text.en })),
    ...outside
      .slice(0, 1)
      .map(({ what, lines }): Finding => ({ what: 'lines', detail: `${what} ${lines} of ${last}` })),
  ];
}

function placesOf(crash: Crash): { what: string; lines: Lines }[] {
  const facts = Object.entries(crash.facts).flatMap(([what, list]) =>
    list.map(({ lines }: { lines: Lines }) => ({ what, lines })),
  );
  return [...facts, ...crash.mentions.map((lines) => ({ what: 'mention', lines }))];
}
