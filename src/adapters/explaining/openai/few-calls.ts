import type { Explain } from '../../../ports/explainer.ts';
import { templateExplainer } from '../template-explainer.ts';

/** A card shows no more verdicts in full; a message may hold more than a hundred dumps. */
const MOST_CALLS = 8;

/** What one message may ask of a model: its first crashes are worded by it, the others by the template. */
export function fewCalls(explain: Explain, most = MOST_CALLS): Explain {
  let calls = 0;
  return (crash, language) => (calls++ < most ? explain(crash, language) : templateExplainer(crash, language));
}
