import { line, run } from '../cards/runs.ts';
import type { Language, Text } from '../language/text.ts';
import type { Answer } from '../ports/answer.ts';

const REPEATED: Text = {
  en: 'Sent again: the connection broke while the first copy was on its way, so it may be there twice.',
  zh: '此消息为重发：上一次发送时连接中断，您可能会看到两条相同的消息。',
};

/** The same answer, which tells that it may be there already. A file that is offered has no room for words. */
export function markRepeated(answer: Answer, language: Language): Answer {
  const words = REPEATED[language];
  if (answer.kind === 'text') {
    return { ...answer, text: `${answer.text}\n\n${words}` };
  }
  if (answer.kind === 'file') {
    return answer;
  }
  const note = line([run(words, 200, { isSubtle: true, size: 'Small' })]);
  const marked = (card: typeof answer.card) => ({ ...card, body: [...card.body, note] });
  return { ...answer, card: marked(answer.card), short: marked(answer.short) };
}
