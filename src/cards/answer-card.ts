import type { Language } from '../language/text.ts';
import type { EvidenceReply } from '../reply/reply.ts';
import type { AdaptiveCard, Element } from './adaptive-card.ts';
import { cardSize, SMALL_CARD } from './card-size.ts';
import { codeBlock } from './code-block.ts';
import { makeCard } from './make-card.ts';
import { heading, line, monospace, run } from './runs.ts';

/** An answer to a question about a diagnosis, in one language. */
export interface ToldAnswer {
  /** What it is about: the case or the crash, so that nobody takes it for an answer about another one. */
  readonly about: string;
  readonly parts: readonly {
    readonly title?: string;
    readonly claims?: readonly { readonly text: string; readonly quotes: EvidenceReply['quotes'] }[];
    readonly commands?: readonly string[];
  }[];
}

const LONGEST_CLAIM = 700;
const LONGEST_QUOTE = 180;
const MOST_COMMANDS = 8;

/**
 * One screen: sentences, each with the lines of the paste that say so below it, and commands to copy. What no card holds is left
 * out from its end: what was asked stands first.
 */
export function answerCard(told: ToldAnswer, language: Language): AdaptiveCard {
  for (let count = told.parts.length; count > 1; count--) {
    const card = draw({ ...told, parts: told.parts.slice(0, count) }, language);
    if (cardSize(card) <= SMALL_CARD) {
      return card;
    }
  }
  return draw({ ...told, parts: told.parts.slice(0, 1) }, language);
}

function draw({ about, parts }: ToldAnswer, language: Language): AdaptiveCard {
  const first = parts.flatMap(({ claims = [] }) => claims)[0]?.text ?? about;
  const lead = line([run(about, 160, { isSubtle: true, size: 'Small' })]);
  return makeCard([lead, ...parts.flatMap(drawPart)], first, language);
}

function drawPart({ title, claims = [], commands = [] }: ToldAnswer['parts'][number]): Element[] {
  const isListed = title !== undefined && claims.length > 1;
  return [
    ...(title === undefined ? [] : [heading(title)]),
    ...claims.flatMap(({ text, quotes }) => [
      line([...(isListed ? [run('• ', 2)] : []), run(text, LONGEST_CLAIM)]),
      ...quotes.map((quote) => monospace(`${quote.place}: ${quote.text}`, LONGEST_QUOTE)),
    ]),
    ...(commands.length > 0 ? [codeBlock(commands.slice(0, MOST_COMMANDS), LONGEST_CLAIM)] : []),
  ];
}
