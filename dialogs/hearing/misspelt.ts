import { similarNames } from '#src/diagnosis/knowledge/similar-names.ts';

/** What commands are made of, and people misspell in a hurry. */
const WORDS = [
  ...[
    'archive',
    'reopen',
    'severity',
    'customer',
    'vendor',
    'waiting',
    'remind',
    'report',
    'status',
    'collect',
    'export',
  ],
  ...[
    'tomorrow',
    'monday',
    'tuesday',
    'wednesday',
    'thursday',
    'friday',
    'saturday',
    'sunday',
    'reanalyse',
    'timeline',
  ],
];
/** Two letters away from what is meant. */
const FAR: Readonly<Record<string, string>> = { tommorow: 'tomorrow', wensday: 'wednesday', wendesday: 'wednesday' };
const WORD = /[A-Za-z]{5,12}/g;

/** The same few words with each misspelt one as it is meant; null where none is misspelt. */
export function spelt(text: string): string | null {
  const meant = text.replace(WORD, (word) => {
    const small = word.toLowerCase();
    const [near = word] = WORDS.includes(small) ? [] : similarNames(small, WORDS);
    return FAR[small] ?? near;
  });
  return meant === text ? null : meant;
}
