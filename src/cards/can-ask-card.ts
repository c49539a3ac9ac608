import type { Press } from '../cases/press.ts';
import type { Language, Text } from '../language/text.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { execute } from './execute.ts';
import { makeCard } from './make-card.ts';
import { line, run } from './runs.ts';

type Question = Extract<Press, { verb: 'question.ask' }>;

/** What can be asked about a diagnosis: three questions as buttons, others as one may type them. */
const BUTTONS: readonly (readonly [Question['asks'], Text])[] = [
  ['why', { en: 'Why?', zh: '为什么？' }],
  ['sure', { en: 'How sure?', zh: '有多大把握？' }],
  ['first', { en: 'What first?', zh: '先做什么？' }],
];

export function canAskCard(
  said: readonly Text[],
  about: Pick<Question, 'paste' | 'case'>,
  language: Language,
): AdaptiveCard {
  const sentences = said.map((text) => text[language]);
  const actions = BUTTONS.map(([asks, title]) =>
    execute(title[language], { verb: 'question.ask', asks, ...about, in: language }),
  );
  return makeCard(
    [...sentences.map((text) => line([run(text, 600)])), { type: 'ActionSet', actions }],
    sentences[0] ?? '',
    language,
  );
}
