import type { Language } from '../language/text.ts';
import type { EvidenceReply } from '../reply/reply.ts';
import type { AdaptiveCard, Element } from './adaptive-card.ts';
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

/** One screen: sentences, each with the lines of the paste that say so below it, and commands to copy. */
export function answerCard(
  { about, parts }: ToldAnswer,
  language: Language,
  after: readonly Element[] = [],
): AdaptiveCard {
  const body = parts.flatMap(drawPart);
  const first = parts.flatMap(({ claims = [] }) => claims)[0]?.text ?? about;
  return makeCard([line([run(about, 160, { isSubtle: true, size: 'Small' })]), ...body, ...after], first, language);
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
