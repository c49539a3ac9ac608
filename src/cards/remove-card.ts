import type { Case } from '../cases/case.ts';
import type { Language, Text } from '../language/text.ts';
import { verdictSentence } from '../reply/words.ts';
import type { AdaptiveCard } from './adaptive-card.ts';
import { leadLines } from './case-card.ts';
import { CASE_WORDS } from './case-words.ts';
import { execute } from './execute.ts';
import { makeCard } from './make-card.ts';

/** Asks before a dump is taken out of a case, and says what goes and what stays. */
export function removeCard({ number, title, summary }: Case, id: string, language: Language): AdaptiveCard {
  const dump = summary.crashes.find((crash) => crash.id === id);
  const others = summary.crashes.filter((crash) => crash.id !== id).map((crash) => crash.id);
  const named =
    dump && dump.culprit !== 'unknown' ? verdictSentence(dump.culprit, dump.confidence) : CASE_WORDS.notNamed;
  const list = others.join(', ');
  const question: Text = {
    en: `Take ${id} ${dump?.title.en ?? ''} out of case ${number} "${title}"? ${named.en}`,
    zh: `将 ${id} ${dump?.title.zh ?? ''} 从案例 ${number}“${title}”中移除？${named.zh}`,
  };
  const stays: Text = {
    en: `Only its lines go, and the verdicts are weighed without it. ${list === '' ? 'The case has no other dump.' : `${list} keep their numbers.`} By text: case ${number} remove ${id} yes`,
    zh: `只移除属于它的行，结论将在没有它的情况下重新评估。${list === '' ? '该案例没有其他转储。' : `${list} 的编号不变。`}也可发送：案例 ${number} 移除 ${id} 确认`,
  };
  const actions = [
    execute(CASE_WORDS.takeOut[language], { verb: 'case.remove', case: number, dump: id }),
    execute(CASE_WORDS.keep[language], { verb: 'case.show', case: number }),
  ];
  const body = [...leadLines([question, stays], language), { type: 'ActionSet' as const, actions }];
  return makeCard(body, question[language], language);
}
