import { z } from 'zod';
import type { Language } from '#src/language/text.ts';
import type { CrashReply } from '#src/reply/reply.ts';
import { definePrompt } from './define-prompt.ts';

export const ExplainVerdictAnswer = z.strictObject({
  summary: z.string().min(20).max(900),
  cites: z.array(z.string()).min(1),
});
export type ExplainVerdictAnswer = z.infer<typeof ExplainVerdictAnswer>;

export interface VerdictToExplain {
  readonly crash: CrashReply;
  readonly language: Language;
}

const LANGUAGES = { en: 'English', zh: 'Simplified Chinese' } as const;
const MOST_EVIDENCE = 12;

export const explainVerdict = definePrompt<VerdictToExplain, ExplainVerdictAnswer>({
  name: 'explain-verdict',
  file: new URL('./explain-verdict.md', import.meta.url),
  answer: ExplainVerdictAnswer,
  slots: ({ crash, language }) => ({
    title: fence(crash.title),
    verdict: fence([crash.verdict.sentence, crash.verdict.againstAnalyze ?? ''].join(' ')),
    confidence: crash.verdict.confidence,
    evidence: evidenceText(crash),
    language: LANGUAGES[language],
  }),
});

/** The evidence as the model sees it: `e1 (for acmeflt.sys): …` and the quoted lines below. */
export function evidenceText({ evidence }: CrashReply): string {
  const shown = evidence.slice(0, MOST_EVIDENCE).map((one, index) => {
    const side = one.for ? 'for' : 'against';
    const quotes = one.quotes.map(({ place, text }) => `  line ${place}: ${text}`);
    return [`e${index + 1} (${side} ${one.suspect}): ${one.text}`, ...quotes].join('\n');
  });
  return fence(shown.join('\n'));
}

/** A paste must not be able to leave the fence it stands in. */
function fence(text: string): string {
  return text.replace(/(?<end>BEGIN|END)\sEVIDENCE/gi, '$<end>-EVIDENCE');
}
