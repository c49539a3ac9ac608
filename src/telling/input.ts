import { PROBLEMS, type Problem } from './problem.ts';
import type { Statement, Told } from './told.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What was written before and refused. */
export interface Refused {
  readonly statements: readonly Statement[];
  readonly problems: readonly Problem[];
}

const LANGUAGES = { en: 'English', zh: 'Chinese' } as const;
const SLOT_OR_WORD = /\{[A-Z]\d{1,4}\}|[A-Za-z]+(?:['’][a-z]{1,3})?|[^A-Za-z{}]+/g;

/**
 * All that a model is given of a diagnosis, as one JSON text: roles, list words and slots. Of what it wrote itself before, too,
 * only list words and slots go back.
 */
export function modelInput(told: Told, vocabulary: Vocabulary, refused: Refused | null = null): string {
  const { verdicts, items, slots, language } = told;
  return JSON.stringify({
    language: LANGUAGES[language],
    verdicts: verdicts.map(({ crashes: _, ...verdict }) => verdict),
    items: items.map(({ name, role, of, text }) => ({ name, role, verdict: of, text })),
    slots: slots.map(({ name, role }) => ({ name: `{${name}}`, role })),
    ...(refused ? { refused: again(refused, told, vocabulary) } : {}),
  });
}

function again({ statements, problems }: Refused, told: Told, vocabulary: Vocabulary): object {
  return {
    statements: statements.slice(0, 12).map(({ text, cites }) => ({
      text: masked(text, told, vocabulary),
      cites: cites.filter((name) => told.items.some((item) => item.name === name)),
    })),
    problems: problems.map(({ statement, kind }) => ({
      statement: statement === null ? 'all' : statement + 1,
      problem: PROBLEMS[kind],
    })),
  };
}

/** What the model wrote, without anything that the list does not hold. */
function masked(text: string, { slots, language }: Told, vocabulary: Vocabulary): string {
  const parts = text.slice(0, 2000).match(SLOT_OR_WORD) ?? [];
  return parts
    .map((part) => {
      if (/^\{/.test(part)) {
        return slots.some(({ name }) => `{${name}}` === part) ? part : '…';
      }
      if (/^[A-Za-z]/.test(part)) {
        return vocabulary.isOurs(part) ? part : '…';
      }
      const signs = language === 'zh' ? /[^\p{Script=Han} ，。；：、“”（）]+/gu : /[^ .,;:'"()-]+/g;
      const plain = part.replace(signs, '…');
      return vocabulary.isChineseOfOurs(plain.replace(/[^\p{Script=Han}]+/gu, '')) ? plain : '…';
    })
    .join('');
}
