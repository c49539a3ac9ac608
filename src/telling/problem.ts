/** What may be wrong with a statement, in words that a model is told: fixed ones, and nothing of what it wrote. */
export const PROBLEMS = {
  empty: 'it says nothing',
  'wrong-language': 'it is not in the language that was asked for',
  'strange-sign': 'it holds a sign other than letters, slots and punctuation',
  'broken-slot': 'it holds a slot that does not exist, or a brace that belongs to none',
  digit: 'it holds a number outside a slot',
  word: 'it holds a word or name that is not in the list of allowed words',
  latin: 'it holds Latin letters that are no slot',
  'no-cite': 'it cites no item that exists',
  'uncited-slot': 'it uses a slot of an item that it does not cite',
  'uncited-name': 'it uses a name in capitals that no item it cites holds',
  'too-sure': 'it is surer than the evidence',
  confidence: 'it gives another confidence than the verdict',
  denial: 'it clears the culprit without citing what speaks for that',
  blame: 'it blames somebody other than the culprit',
  party: 'it brings somebody or something up that no item it cites names',
  advice: 'it advises something that no step it cites says',
  beyond: 'it widens, counts, dates, compares, promises or adds what no item it cites does',
  flipped: 'it denies what no item it cites denies',
  unrelated: 'it speaks of something else than the items it cites',
  'doubt-as-fact': 'it tells as a fact what an item only says could be',
  'not-citable': 'it cites an item that may not be used where nobody is accused',
  strongest: 'the strongest evidence is cited nowhere',
  'too-long': 'all statements together are too long',
} as const;

export type ProblemKind = keyof typeof PROBLEMS;

export interface Problem {
  /** Index of the statement; null for what is wrong with all of them together. */
  readonly statement: number | null;
  readonly kind: ProblemKind;
}
