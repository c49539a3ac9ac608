import type { Language } from '../language/text.ts';
import { citeText } from '../reply/story/place-words.ts';
import type { ToldSentence } from '../telling/fill.ts';
import type { TextRun } from './adaptive-card.ts';
import { CARD_WORDS } from './card-words.ts';
import { clip } from './clip.ts';
import { makeCard } from './make-card.ts';
import { heading, line, run } from './runs.ts';
import type { SentCard } from './sent-card.ts';

/** Longer than any sentence that is accepted, names put back. */
const LONGEST = 1500;

/**
 * What a model made of a verdict, for the engineer or for the customer: each sentence with the evidence that it rests on. Runs
 * know no markdown, so nothing in it can be clicked.
 */
export function wordsCard(sentences: readonly ToldSentence[], language: Language, isToCustomer = false): SentCard {
  const gap = { en: ' ', zh: '' }[language];
  const runs = sentences.flatMap((sentence, at): TextRun[] => [
    run(`${at === 0 ? '' : gap}${sentence.text}`, LONGEST),
    run(`${{ en: ' ', zh: '' }[language]}${evidenceOf(sentence, language)}`, 200, { isSubtle: true, size: 'Small' }),
  ]);
  const body = [
    heading((isToCustomer ? CARD_WORDS.inWordsForCustomer : CARD_WORDS.inWords)[language]),
    line(runs),
    line([run(CARD_WORDS.byModel[language], 200, { isSubtle: true, size: 'Small' })]),
  ];
  const said = sentences.map(({ text }) => text).join(gap);
  const card = makeCard(body, said, language);
  return { kind: 'card', card, short: card, summary: clip(said, 600), byModel: true };
}

/** `[c1·2, line 27]`. */
function evidenceOf({ labels, cites }: ToldSentence, language: Language): string {
  const where = citeText(cites.slice(0, 4), language);
  return `[${labels.join(', ')}${where === '' ? '' : ` ${where}`}]`;
}
