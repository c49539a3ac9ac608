import { z } from 'zod';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import { bugcheckTitle } from '../reply/bugcheck-title.ts';

const Words = z.object({ en: z.string(), zh: z.string() });
const Confidence = z.enum(['high', 'medium', 'low']);

/** What all dumps of a case said together when they were last read: small enough to keep after the pastes are gone. */
export const DumpSummary = z.object({
  crashes: z.array(
    z.object({
      /** `c1`, `c2` … in the order of the pastes. */
      id: z.string(),
      code: z.string().nullable(),
      title: Words,
      /** Image in lower case, `hardware`, `os` or `unknown`. */
      culprit: z.string(),
      confidence: Confidence,
    }),
  ),
  /** Crashes that have one cause, with the reasons for thinking so, strongest first. */
  groups: z.array(
    z.object({
      crashes: z.array(z.string()),
      culprit: z.string(),
      confidence: Confidence,
      reasons: z.array(Words),
    }),
  ),
});
export type DumpSummary = z.infer<typeof DumpSummary>;

const MOST_REASONS = 8;

export function summarise({ crashes, groups }: Diagnosis): DumpSummary {
  return {
    crashes: crashes.map((diagnosed) => ({
      id: diagnosed.crash.id,
      code: diagnosed.crash.bugcheck?.code ?? null,
      title: { en: bugcheckTitle(diagnosed, ({ en }) => en), zh: bugcheckTitle(diagnosed, ({ zh }) => zh) },
      culprit: diagnosed.judgement.verdict.culprit,
      confidence: diagnosed.judgement.verdict.confidence,
    })),
    groups: groups.map(({ crashes: members, culprit, confidence, reasons }) => ({
      crashes: [...members],
      culprit,
      confidence,
      reasons: reasons.slice(0, MOST_REASONS).map(({ text }) => text),
    })),
  };
}
