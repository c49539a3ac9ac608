import { leadLines } from '#src/cards/case-card.ts';
import { verdictCard } from '#src/cards/verdict-card.ts';
import type { Language } from '#src/language/text.ts';
import type { Answer } from '#src/ports/answer.ts';
import type { Actor } from '../../actor.ts';
import type { Tools } from '../../dialog.ts';
import { offerCases } from '../../pastes/keep-paste.ts';
import { toBeTold } from '../../telling/to-be-told.ts';
import type { AtHand } from '../at-hand.ts';
import { FROM_NOW_ON } from '../words.ts';

/** The same card in another language, and so its words. */
export async function inLanguage(language: Language, atHand: AtHand, actor: Actor, tools: Tools): Promise<Answer> {
  const whole = atHand.reply(language);
  const crashes = whole.crashes.filter(({ id }) => atHand.latest.includes(id));
  const groups = whole.groups.filter((group) => group.crashes.some((id) => atHand.latest.includes(id)));
  const reply = { ...whole, crashes, groups };
  const { after } =
    atHand.reminded === null && atHand.paste !== null
      ? await offerCases({ ...actor, language, cause: atHand.paste }, tools)
      : { after: [] };
  const card = verdictCard(reply, { before: leadLines([FROM_NOW_ON], language), after });
  const { paste, reminded } = atHand;
  return paste === null ? card : toBeTold(card, { paste, case: reminded?.case.number ?? null, language }, tools);
}
