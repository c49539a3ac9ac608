import type { AdaptiveCard } from '#src/cards/adaptive-card.ts';
import { caseCard, leadLines } from '#src/cards/case-card.ts';
import { CASE_WORDS } from '#src/cards/case-words.ts';
import { changeCard } from '#src/cards/change-card.ts';
import { execute } from '#src/cards/execute.ts';
import { forgetCard } from '#src/cards/forget-card.ts';
import { makeCard } from '#src/cards/make-card.ts';
import { Press } from '#src/cases/press.ts';
import type { Reminded } from '#src/follow-ups/next-follow-up.ts';
import type { Text } from '#src/language/text.ts';
import type { Pressed } from '#src/ports/act.ts';
import { type Actor, pressActor } from '../actor.ts';
import { addToCase } from '../cases/add-to-case.ts';
import { calendarFor } from '../cases/case-calendar.ts';
import { mailOnCard } from '../cases/case-mail.ts';
import { viewOf } from '../cases/case-view.ts';
import { changedMeanwhile, forgotten, noSuchCase, PASTE_GONE } from '../cases/case-words.ts';
import { openCaseWith } from '../cases/open-case.ts';
import { reanalyse } from '../cases/reanalyse.ts';
import { removeDump } from '../cases/remove-dump.ts';
import { undo } from '../cases/undo.ts';
import { nothingToUndo } from '../cases/words-on-changes.ts';
import { turnTo } from '../context/matter.ts';
import type { Tools } from '../dialog.ts';
import { answerPressed } from '../questions/pressed.ts';
import { digestNow } from './digest-now.ts';
import { partInCase, partPaste } from './part-paste.ts';
import { pressChange } from './press-change.ts';
import { isGeneral, pressGeneral } from './press-general.ts';
import { showCaseVerdict, showPaste } from './show-verdict.ts';

/** Answers a button of any of our cards with the card to show instead. Null where the press makes no sense. */
export async function answerPress(pressed: Pressed, tools: Tools): Promise<AdaptiveCard | null> {
  const press = Press.safeParse(pressed.data).data;
  if (!press) {
    return null;
  }
  const actor = await pressActor(pressed, tools);
  if (isGeneral(press)) {
    return pressGeneral(press, actor, tools);
  }
  if (press.verb === 'digest.show') {
    return digestNow(press.digest, press.of ?? '', actor, tools);
  }
  if (press.verb === 'paste.show') {
    const [paste] = await tools.cases.pastes(actor.place, [press.paste]);
    return paste ? showPaste(press, paste, actor, tools) : message(PASTE_GONE, actor);
  }
  if (press.verb === 'paste.part') {
    const [paste] = await tools.cases.pastes(actor.place, [press.paste]);
    return paste ? partPaste(press.how, paste, actor, tools) : message(PASTE_GONE, actor);
  }
  if (press.verb === 'case.open') {
    return openWith(press.paste, actor, tools);
  }
  if (press.verb === 'question.ask') {
    return answerPressed(press, actor, tools);
  }
  const reminded = await tools.cases.find(actor.place, press.case);
  if (!reminded) {
    return message(noSuchCase(String(press.case)), actor);
  }
  await turnTo(reminded, actor, tools);
  switch (press.verb) {
    case 'case.show':
      return caseCard(viewOf(reminded, actor), actor.language);
    case 'case.verdict':
      return showCaseVerdict(press, reminded, actor, tools);
    case 'case.part':
      return (await partInCase(press.how, press.paste, reminded, actor, tools)) ?? message(PASTE_GONE, actor);
    case 'case.undo':
      return takeBack(press.version, reminded, actor, tools);
    case 'case.reanalyse':
      return readAgain(reminded, actor, tools);
    case 'case.remove':
      return remove(press.dump, reminded, actor, tools);
    case 'case.ask-forget':
      return forgetCard(reminded.case, actor.language);
    case 'case.mail':
      return mail(press, reminded, actor, tools);
    case 'case.forget':
      return forget(press.version, reminded, actor, tools);
    case 'paste.attach':
      return attach(press.paste, reminded, actor, tools);
    default:
      return pressChange(press, reminded, actor, tools);
  }
}

function message(text: Text, { language }: Actor): AdaptiveCard {
  return makeCard(leadLines([text], language), text[language], language);
}

/** The mail, with a way back to where the button was. */
async function mail(
  {
    mail: kind,
    digest,
    of,
    case: number,
    language,
    length = 'full',
    form,
    part = 1,
  }: Extract<Press, { verb: 'case.mail' }>,
  reminded: Reminded,
  actor: Actor,
  tools: Tools,
): Promise<AdaptiveCard> {
  const from = digest === undefined ? undefined : { digest, of };
  const card = await mailOnCard(
    kind,
    { language: language ?? null, length, form: form ?? 'plain' },
    reminded,
    actor,
    tools,
    {
      part,
      ...(from ? { from } : {}),
    },
  );
  const back = digest
    ? execute(CASE_WORDS.back[actor.language], { verb: 'digest.show', digest, of })
    : execute(CASE_WORDS.show[actor.language], { verb: 'case.show', case: number });
  return { ...card, body: [...card.body, { type: 'ActionSet', actions: [back] }] };
}

/** Somebody may have added to the case since the question was asked: then it is asked again. */
async function forget(version: number, reminded: Reminded, actor: Actor, { cases }: Tools): Promise<AdaptiveCard> {
  const last = reminded.case.events.at(-1);
  if (last && reminded.case.version !== version) {
    return caseCard(viewOf(reminded, actor), actor.language, [
      changedMeanwhile(last, calendarFor(reminded.case, actor.calendar).zone),
    ]);
  }
  await cases.forget(actor.place, reminded.case.number);
  return message(forgotten(reminded.case.number), actor);
}

async function takeBack(version: number, reminded: Reminded, actor: Actor, tools: Tools): Promise<AdaptiveCard> {
  const undone = await undo(reminded, actor, tools, version);
  const said = undone?.said ?? nothingToUndo(reminded.case);
  return changeCard(viewOf(undone?.after ?? reminded, actor), [said], actor.language);
}

async function readAgain(reminded: Reminded, actor: Actor, tools: Tools): Promise<AdaptiveCard> {
  const { after, said } = await reanalyse(reminded, actor, tools);
  return caseCard(viewOf(after, actor), actor.language, said);
}

async function remove(id: string, reminded: Reminded, actor: Actor, tools: Tools): Promise<AdaptiveCard> {
  const { after, said } = await removeDump(id, reminded, actor, tools);
  return caseCard(viewOf(after, actor), actor.language, said);
}

/** Opens a case with a paste; one that a case has already shows that. */
async function openWith(paste: string, actor: Actor, tools: Tools): Promise<AdaptiveCard> {
  const opened = await openCaseWith(paste, actor, tools);
  return opened?.card ?? message(PASTE_GONE, actor);
}

async function attach(paste: string, reminded: Reminded, actor: Actor, tools: Tools): Promise<AdaptiveCard> {
  const kept = await tools.cases.pastes(actor.place, [paste]);
  if (kept.length === 0) {
    return message(PASTE_GONE, actor);
  }
  const answer = await addToCase(reminded, paste, actor, tools);
  return answer.card;
}
