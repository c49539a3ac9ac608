import type { AdaptiveCard } from '#src/cards/adaptive-card.ts';
import { leadLines } from '#src/cards/case-card.ts';
import type { Frame } from '#src/cards/frame.ts';
import { makeCard } from '#src/cards/make-card.ts';
import { verdictCard } from '#src/cards/verdict-card.ts';
import { viewOf } from '#src/cards/view-asked.ts';
import { crashCard, wholeCard } from '#src/cards/whole-card.ts';
import type { Press } from '#src/cases/press.ts';
import type { Reminded } from '#src/follow-ups/next-follow-up.ts';
import type { StoredPaste } from '#src/ports/case-store.ts';
import type { Reply } from '#src/reply/reply.ts';
import type { Actor } from '../actor.ts';
import { caseFrame, replyOnPaste } from '../cases/add-to-case.ts';
import { caseReply } from '../cases/case-reply.ts';
import type { Tools } from '../dialog.ts';
import { joinParts } from '../pastes/case-pastes.ts';
import { offerCases } from '../pastes/keep-paste.ts';
import { languageFor } from '../tongue.ts';
import { NO_DUMP } from '../words.ts';

type Shown = Extract<Press, { view: 'screen' | 'report' | 'crash' }>;

/** A paste that is kept, read again: the card that was sent holds what one screen has room for, this fetches the rest. */
export async function showPaste(press: Shown, paste: StoredPaste, actor: Actor, tools: Tools): Promise<AdaptiveCard> {
  const pastes = joinParts([paste]);
  const language = press.in ?? languageFor(paste.text, actor);
  const reply = caseReply(await tools.diagnose(pastes.read), pastes, language);
  const frame = {
    before: [],
    ...(await offerCases({ ...actor, cause: paste.id, language }, tools)),
    ask: (crash: string | null): Press => ({ verb: 'paste.show', paste: paste.id, ...viewOf(crash), in: language }),
  };
  return shown(press, reply, frame, { verb: 'paste.show', paste: paste.id, view: 'screen', in: language });
}

/** The same of a paste of a case. */
export async function showCaseVerdict(
  press: Extract<Shown, { verb: 'case.verdict' }>,
  { case: it }: Reminded,
  presser: Actor,
  tools: Tools,
): Promise<AdaptiveCard> {
  const actor = { ...presser, language: press.in ?? presser.language };
  const reply = await replyOnPaste(it, press.paste, actor, tools);
  const frame = caseFrame(it, press.paste, [], [], actor.language);
  return shown(press, reply, frame, {
    verb: 'case.verdict',
    case: it.number,
    paste: press.paste,
    view: 'screen',
    in: actor.language,
  });
}

function shown({ view, crash: id }: Shown, reply: Reply, frame: Required<Frame>, back: Press): AdaptiveCard {
  if (reply.crashes.length === 0) {
    return makeCard(leadLines([NO_DUMP], reply.language), NO_DUMP[reply.language], reply.language);
  }
  const crash = reply.crashes.find((one) => one.id === id);
  if (view === 'crash' && crash) {
    return crashCard(reply, crash, back);
  }
  return view === 'report' ? wholeCard(reply, { ask: frame.ask, back }) : verdictCard(reply, frame).card;
}
