import { verdictCard } from '#src/cards/verdict-card.ts';
import { diagnose } from '#src/diagnosis/diagnose.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import { buildReply } from '#src/reply/build-reply.ts';
import { toReport } from '#src/report/to-report.ts';
import { modelInput } from '#src/telling/input.ts';
import { tellDiagnosis } from '#src/telling/tell-diagnosis.ts';
import { loadVocabulary } from '#src/telling/vocabulary.ts';
import { drawReply } from '#src/terminal/draw-reply.ts';

const plain = (text: string) => text;
const SCREEN = { width: 100, paint: { heading: plain, strong: plain, dim: plain, code: plain } };

/** What each step makes of a paste, by file name: the regression suite compares it to the letter. */
export function recordCrash(text: string): Readonly<Record<string, string>> {
  const pastes = [{ source: 'paste.txt', text }];
  const knowledge = loadKnowledge();
  const diagnosis = diagnose(pastes, knowledge);
  const facts = diagnosis.crashes.map(({ crash }) => ({
    id: crash.id,
    mentions: crash.mentions,
    facts: shown(crash.facts),
  }));
  const english = buildReply(diagnosis, pastes, 'en');
  const chinese = buildReply(diagnosis, pastes, 'zh');
  const vocabulary = loadVocabulary();
  const inputs = [english, chinese].map((reply) => {
    const told = tellDiagnosis(diagnosis, reply, { knowledge, vocabulary });
    return told ? JSON.parse(modelInput(told, vocabulary)) : null;
  });
  return {
    'facts.json': json(facts),
    'report.json': json(toReport(diagnosis, 'en')),
    'reply.en.txt': drawReply(english, SCREEN),
    'reply.zh.txt': drawReply(chinese, SCREEN),
    'card.json': json(verdictCard(english).card),
    'told.json': json(inputs),
  };
}

/** Only the kinds of fact that the paste holds. */
function shown(facts: object): object {
  return Object.fromEntries(Object.entries(facts).filter(([, list]) => Array.isArray(list) && list.length > 0));
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}
