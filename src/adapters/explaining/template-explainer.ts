import type { Explain } from '../../ports/explainer.ts';

/** Needs no model, no key and no network: the sentences that the rules themselves wrote. */
export const templateExplainer: Explain = async (crash) => ({
  text: [crash.verdict.sentence, crash.verdict.againstAnalyze ?? ''].filter(Boolean).join(' '),
  by: 'template',
});
