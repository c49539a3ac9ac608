import { withFolds } from '#src/cards/buttons.ts';
import { leadLines } from '#src/cards/case-card.ts';
import { CASE_WORDS } from '#src/cards/case-words.ts';
import { codeBlock } from '#src/cards/code-block.ts';
import { execute } from '#src/cards/execute.ts';
import type { SentCard } from '#src/cards/sent-card.ts';
import { verdictCard } from '#src/cards/verdict-card.ts';
import type { Language, Text } from '#src/language/text.ts';
import { buildReply } from '#src/reply/build-reply.ts';
import { defineDialog, type Tools } from '../dialog.ts';
import { asWord } from '../hearing/courtesy.ts';
import { anyOf, CARRIERS, isMadeOf, WANTING } from '../hearing/made-of.ts';
import { SAMPLE_DUMP } from './sample-dump.ts';

const ASKED = new Set([
  ...['sample', 'a sample', 'try a sample', 'show a sample', 'show me a sample', 'example', 'demo', '/sample'],
  ...['样例', '示例', '试用样例', '看样例', '看个样例', '试一下样例', '演示', '樣例', '範例'],
]);

/** `give me an example`, `给个例子`. */
const AN_EXAMPLE = anyOf(['samples?, examples?, demo'], ['样例, 示例, 例子, 演示, 样本']);
const BESIDE_EXAMPLE = anyOf(['try, run, see, test, dump'], ['试试, 试, 跑, 个, 转储']);

const MADE_UP: Text = {
  en: 'A made-up dump, to show what an answer looks like. Nothing of it is kept.',
  zh: '以下为虚构的转储，仅用于展示回答的样式，不会保存。',
};
const THE_DUMP: Text = { en: 'Show the dump', zh: '查看该转储' };

/** A dump to try, for whoever has none at hand. */
export const sample = defineDialog({
  name: 'sample',
  read: ({ plain }) =>
    ASKED.has(asWord(plain)) || isMadeOf(asWord(plain), AN_EXAMPLE, BESIDE_EXAMPLE, ...WANTING, ...CARRIERS) || null,
  reply: async (_, { language }, tools) => ({ ...(await sampleVerdict(language, tools)), forAsker: true }),
});

/** What is said of the sample, as it would be said of a paste. */
export async function sampleVerdict(language: Language, { diagnose }: Pick<Tools, 'diagnose'>): Promise<SentCard> {
  const pastes = [{ source: null, text: SAMPLE_DUMP }];
  const reply = buildReply(await diagnose(pastes), pastes, language);
  const dump = { id: 'sample', title: THE_DUMP[language], items: [codeBlock(SAMPLE_DUMP.trimEnd().split('\n'), 200)] };
  return verdictCard(reply, {
    before: leadLines([MADE_UP], language),
    after: withFolds([dump], [execute(CASE_WORDS.help[language], { verb: 'help.show' })]),
  });
}
