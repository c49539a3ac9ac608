import { z } from 'zod';
import type { DiagnosedCrash, Diagnosis } from '../diagnosis/diagnosis.ts';
import { inEach } from '../language/joined.ts';
import { sayIn } from '../language/say.ts';
import { KeptText } from '../language/text-schema.ts';
import { bugcheckTitle } from '../reply/bugcheck-title.ts';

const Confidence = z.enum(['high', 'medium', 'low']);

/** What all dumps of a case said together when they were last read: small enough to keep after the pastes are gone. */
export const DumpSummary = z.object({
  crashes: z.array(
    z.object({
      /** `c1`, `c2` …: its number in the case, which it keeps. */
      id: z.string(),
      /** Where it is first shown; absent in what was stored before 2026-11-30. */
      at: z.object({ paste: z.string(), line: z.int() }).optional(),
      code: z.string().nullable(),
      title: KeptText,
      /** Image in lower case, `hardware`, `os` or `unknown`. */
      culprit: z.string(),
      confidence: Confidence,
      /** By what the same is found again: names of pool tags and of the bucket; absent in what was stored before 2026-11-30. */
      marks: z.array(z.string()).optional(),
    }),
  ),
  /** Crashes that have one cause, with the reasons for thinking so, strongest first. */
  groups: z.array(
    z.object({
      crashes: z.array(z.string()),
      culprit: z.string(),
      confidence: Confidence,
      /** Those that only a reason with a condition ties to the others; absent in what was stored before 2026-11-30. */
      likely: z.array(z.string()).optional(),
      /** With the crashes that each is about; absent in what was stored before 2026-11-30. */
      reasons: z.array(KeptText.extend({ crashes: z.array(z.string()).optional() })),
    }),
  ),
});
export type DumpSummary = z.infer<typeof DumpSummary>;
/** Where a dump is first shown: the message, and the line in it. */
export type DumpPlace = NonNullable<DumpSummary['crashes'][number]['at']>;

const MOST_REASONS = 8;
const MOST_MARKS = 12;

/** `places` are those of the crashes, in the same order. */
export function summarise({ crashes, groups }: Diagnosis, places: readonly DumpPlace[] = []): DumpSummary {
  return {
    crashes: crashes.map((diagnosed, index) => ({
      id: diagnosed.crash.id,
      ...(places[index] ? { at: places[index] } : {}),
      code: diagnosed.crash.bugcheck?.code ?? null,
      title: inEach((language) => bugcheckTitle(diagnosed, sayIn(language))),
      culprit: diagnosed.judgement.verdict.culprit,
      confidence: diagnosed.judgement.verdict.confidence,
      ...marksOf(diagnosed),
    })),
    groups: groups.map(({ crashes: members, culprit, confidence, likely, reasons }) => ({
      crashes: [...members],
      culprit,
      confidence,
      ...(likely.length > 0 && { likely: [...likely] }),
      reasons: reasons.slice(0, MOST_REASONS).map(({ text, crashes: linked }) => ({ ...text, crashes: [...linked] })),
    })),
  };
}

/** Of tags those that a search or a block named an owner outside Windows for: `Irp` and `File` are in every dump. */
function marksOf({ crash: { facts, failureBucket } }: DiagnosedCrash): { marks?: string[] } {
  const tags = facts.tagOwners.flatMap(({ tag, image }) => (tag && image !== null ? [tag.trim()] : []));
  const marks = [...new Set([...(failureBucket === null ? [] : [failureBucket]), ...tags])].slice(0, MOST_MARKS);
  return marks.length === 0 ? {} : { marks };
}

/** The highest number in a summary. */
export function highestNumber({ crashes }: DumpSummary): number {
  return crashes.reduce((most, { id }) => Math.max(most, Number(id.slice(1)) || 0), 0);
}
