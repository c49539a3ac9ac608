import { explainVerdict } from '#prompts/explain-verdict.ts';
import { verdictCard } from '#src/cards/verdict-card.ts';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { buildReply } from '#src/reply/build-reply.ts';
import { toReport } from '#src/report/to-report.ts';
import { drawReply } from '#src/terminal/draw-reply.ts';

const plain = (text: string) => text;
const SCREEN = { width: 100, paint: { heading: plain, strong: plain, dim: plain, code: plain } };

/** What each step makes of a paste, by file name: the regression suite compares it to the letter. */
export function recordCrash(text: string): Readonly<Record<string, string>> {
  const pastes = [{ source: 'paste.txt', text }];
  const diagnosis = diagnose(pastes, loadKnowledge());
  const facts = diagnosis.crashes.map(({ crash }) => ({
    id: crash.id,
    mentions: crash.mentions,
    facts: shown(crash.facts),
  }));
  const english = buildReply(diagnosis, pastes, 'en');
  const prompts = english.crashes.map((crash) => explainVerdict.fill({ crash, language: 'en' }));
  return {
    'facts.json': json(facts),
    'report.json': json(toReport(diagnosis, 'en')),
    'reply.en.txt': drawReply(english, SCREEN),
    'reply.zh.txt': drawReply(buildReply(diagnosis, pastes, 'zh'), SCREEN),
    'card.json': json(verdictCard(english, []).card),
    'prompt.txt': prompts.join('\n\n'),
  };
}

/** Only the kinds of fact that the paste holds. */
function shown(facts: object): object {
  return Object.fromEntries(Object.entries(facts).filter(([, list]) => Array.isArray(list) && list.length > 0));
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}
