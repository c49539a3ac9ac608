import type { CrashReply, Reply } from '../reply/reply.ts';
import { subjectsOf } from '../reply/subjects.ts';
import type { AdaptiveCard, Element } from './adaptive-card.ts';
import { buttonRows } from './buttons.ts';
import { cardSize, LARGEST_CARD } from './card-size.ts';
import { CARD_WORDS, LEFT_OUT, showCrash } from './card-words.ts';
import { type Detail, EVERYTHING } from './detail.ts';
import { notes } from './draw-card.ts';
import type { Drawing } from './drawing.ts';
import { execute } from './execute.ts';
import { fittingCards } from './fitting-card.ts';
import type { Frame } from './frame.ts';
import { makeCard } from './make-card.ts';
import { heading, line, run } from './runs.ts';
import { unfoldedCrash, unfoldedSubject } from './unfolded.ts';

/** Where the button leads back to, and what fetches a single crash. */
export interface Ways extends Required<Pick<Frame, 'ask'>> {
  readonly back: Parameters<typeof execute>[1];
}

/** The full report: everything unfolded, as far as Teams takes it; of several crashes each can be fetched alone. */
export function wholeCard(reply: Reply, { ask, back }: Ways): AdaptiveCard {
  const { language, crashes } = reply;
  const single = crashes.map(({ id }) => execute(showCrash(id)[language], ask(id)));
  const actions = [execute(CARD_WORDS.back[language], back), ...(crashes.length > 1 ? single : [])];
  return unfolded(reply, actions, (drawing) => [
    ...subjectsOf(reply)
      .slice(0, drawing.detail.verdicts)
      .flatMap((subject) => unfoldedSubject(subject, drawing)),
    ...notes(drawing).flatMap(({ title, items }) => [heading(title), ...items]),
  ]);
}

/** One crash alone, with all that is told of it. */
export function crashCard(reply: Reply, crash: CrashReply, back: Ways['back']): AdaptiveCard {
  const actions = [execute(CARD_WORDS.back[reply.language], back)];
  return unfolded(reply, actions, (drawing) => unfoldedCrash(crash, drawing));
}

/** More would be no row of buttons. */
const MOST_BUTTONS = 18;

function unfolded(
  reply: Reply,
  actions: Parameters<typeof buttonRows>[0],
  bodyOf: (drawing: Drawing) => readonly Element[],
): AdaptiveCard {
  const { language, summary } = reply;
  const elements = (detail: Detail) => bodyOf({ reply, detail, ask: undefined });
  const textOf = (detail: Detail) => JSON.stringify(elements(detail));
  const whole = textOf(EVERYTHING);
  const buttons = buttonRows(actions.slice(0, MOST_BUTTONS));
  const note = line([run(LEFT_OUT[language], 200, { isSubtle: true, size: 'Small' })]);
  const [card] = fittingCards((detail) => {
    const draw = (notes: readonly Element[]) =>
      makeCard([...elements(detail), ...notes, ...buttons], summary, language);
    const noted = draw([note]);
    return cardSize(noted) > LARGEST_CARD || textOf(detail) !== whole ? noted : draw([]);
  });
  return card;
}
