import { inert, visible } from '../diagnosis/names/inert.ts';
import type { Cite } from '../reply/story/story.ts';
import type { Statement, Told } from './told.ts';

/** A sentence as it is shown: the names put back, and what it rests on. */
export interface ToldSentence {
  readonly text: string;
  /** `c1·2`, each once. */
  readonly labels: readonly string[];
  readonly cites: readonly Cite[];
}

const SLOT = /\{(?<name>[A-Z]\d{1,4})\}/g;

/** Puts the names back into statements that were checked: a slot that nobody knows stays as it is. */
export function fillStatements(
  statements: readonly Statement[],
  { items, slots, language }: Told,
): readonly ToldSentence[] {
  const values = new Map(slots.map(({ name, value }) => [name, inert(visible(value))]));
  return statements.map(({ text, cites }) => {
    const cited = items.filter(({ name }) => cites.includes(name));
    const places = cited.flatMap((item) => item.cites);
    const filled = text.trim().replace(SLOT, (slot, name: string) => values.get(name) ?? slot);
    return {
      text: language === 'zh' ? spacedOut(filled) : filled,
      labels: [...new Set(cited.map(({ label }) => label))],
      cites: places.filter(
        ({ crash, place }, at) => places.findIndex((one) => one.crash === crash && one.place === place) === at,
      ),
    };
  });
}

/** A blank stands between Han and Latin signs, whether the model wrote one or not. */
function spacedOut(text: string): string {
  return text.replace(/(?<=\p{Script=Han})(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])(?=\p{Script=Han})/gu, ' ');
}
