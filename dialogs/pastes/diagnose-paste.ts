import type { ActionSet } from '#src/cards/adaptive-card.ts';
import { canAskCard } from '#src/cards/can-ask-card.ts';
import { leadLines, subtleLines } from '#src/cards/case-card.ts';
import { helpCard } from '#src/cards/help-card.ts';
import { pageButton } from '#src/cards/page-button.ts';
import { verdictCard } from '#src/cards/verdict-card.ts';
import { viewOf } from '#src/cards/view-asked.ts';
import { summarise } from '#src/cases/dump-summary.ts';
import type { Press } from '#src/cases/press.ts';
import { seenBefore } from '#src/cases/seen-before.ts';
import type { Diagnosis } from '#src/diagnosis/diagnosis.ts';
import type { Reminded } from '#src/follow-ups/next-follow-up.ts';
import type { Text } from '#src/language/text.ts';
import type { Answer } from '#src/ports/answer.ts';
import { threadOf } from '#src/ports/place.ts';
import type { Turn } from '#src/ports/turn.ts';
import { askedCode } from '#src/reply/asked-code.ts';
import { buildReply } from '#src/reply/build-reply.ts';
import type { Actor } from '../actor.ts';
import { addToCase } from '../cases/add-to-case.ts';
import { hintCard } from '../cases/case-view.ts';
import { FURTHER_PART, NO_COMMAND } from '../cases/case-words.ts';
import { READ_ALONE } from '../cases/words-on-changes.ts';
import { matterOf, turnTo } from '../context/matter.ts';
import { NO_DUMP_BUT_ASK, noWordsFor } from '../context/words.ts';
import { defineDialog, type Tools } from '../dialog.ts';
import { explained } from '../explain.ts';
import { BARE_HELP, CASE_HELP, FOLLOW_UP_HELP } from '../help-lines.ts';
import { pageOffer } from '../paste-page.ts';
import { hint } from '../say.ts';
import { toBeTold } from '../telling/to-be-told.ts';
import { NO_DUMP, noDumpIn, PASTED_AGAIN, WHAT_TO_SEND } from '../words.ts';
import { PARTS_WITHIN_MS } from './case-pastes.ts';
import { keptText, leftUnread } from './collect-pastes.ts';
import { type Decision, decidePaste, type Known } from './decide-paste.ts';
import { type Gathered, gatherPaste, type Read, readAs, readJoined } from './gather-paste.ts';
import { insteadOf } from './instead-of-crash.ts';
import { keepText, offerAmong } from './keep-paste.ts';
import { partButton } from './part-button.ts';

/** Only things that cannot be read: say so, and what to send instead. */
export const unreadableAttachment = defineDialog({
  name: 'unreadable-attachment',
  takesFiles: true,
  read: (_, { message: { text, files, unreadable } }) =>
    (unreadable.length > 0 && files.length === 0 && text.trim() === '') || null,
  reply: (_, turn, tools) => {
    const said = leftUnread(turn.message);
    return tools.pastePage ? hintCard(pageOffer(said, turn.language)) : hint(turn, ...said);
  },
});

/** Everything else is taken for a paste: the reader itself knows best whether there is debugger output in it. */
export const diagnosePaste = defineDialog({
  name: 'diagnose-paste',
  takesFiles: true,
  read: () => true,
  reply: (_, turn, tools) => readPaste(turn, tools),
});

export interface Told {
  /** What is said before. */
  readonly lead?: readonly Text[];
  /** What the message shows alone, where it was looked at already. */
  readonly alone?: Diagnosis;
}

/** Reads what was sent, wherever it belongs: gathers what there is, decides, and does that. */
export async function readPaste(turn: Turn, tools: Tools, { lead = [], alone }: Told = {}): Promise<Answer> {
  const gathered = await gatherPaste(turn, tools);
  let looked: Looked = alone ? { alone: readAs(gathered.pastes, alone) } : {};
  for (;;) {
    const decision = decidePaste({ ...gathered, ...looked });
    if (decision.kind !== 'look') {
      const instead = looked.alone ? insteadOf(looked.alone.diagnosis) : [];
      return act(decision, { ...gathered, instead }, turn, tools, lead);
    }
    looked = { ...looked, ...(await look(decision.at, gathered, tools)) };
  }
}

type Looked = Pick<Known<Reminded, Read>, 'alone' | 'joined'>;

async function look(at: 'alone' | 'joined', { pastes, text, before }: Gathered, tools: Tools): Promise<Looked> {
  if (at === 'joined' && before) {
    return { joined: await readJoined(before, text, tools) };
  }
  return { alone: readAs(pastes, await tools.diagnose(pastes)) };
}

type Decided = Exclude<Decision<Reminded, Read>, { kind: 'look' }>;

async function act(
  decision: Decided,
  { text, notes, read, actor, instead, isAgain }: Gathered & { readonly instead: readonly Text[] },
  turn: Turn,
  tools: Tools,
  lead: readonly Text[],
): Promise<Answer> {
  if (decision.kind === 'no-dump') {
    const said = { ...turn, language: actor.language };
    return noDump(
      said,
      [...lead, ...notes, ...(instead.length === 0 && read.length > 0 ? [noDumpIn(read)] : instead)],
      actor,
      tools,
    );
  }
  const further = decision.asRest ? [FURTHER_PART] : [];
  if (decision.kind === 'show') {
    const parting = isAgain ? null : await partingOf(decision.asRest, actor, tools);
    const how = isAgain ? [PASTED_AGAIN] : parting?.how === 'together' ? [READ_ALONE] : further;
    const told = [...lead, ...how, ...notes];
    return show(decision.read, told, typedIn(turn), actor, tools, parting ? [partButton(parting, actor.language)] : []);
  }
  await keepText(text, actor, tools, typedIn(turn));
  await turnTo(decision.into, actor, tools);
  return addToCase(decision.into, actor.cause, actor, tools, [...lead, ...notes, ...further]);
}

/** The other way to read a paste that its author sent within minutes of another one: nobody knows better whether they are one. */
async function partingOf(asRest: boolean, { place, author, now, cause, target }: Actor, { cases }: Tools) {
  const how = asRest ? 'apart' : 'together';
  const since = new Date(Date.parse(now) - PARTS_WITHIN_MS).toISOString();
  const before = threadOf(target) === null ? await cases.lastPaste(place, author.id, since, cause) : null;
  return before === null ? null : ({ verb: 'paste.part', paste: cause, how } as const);
}

/** How much of a paste was typed into its message. */
function typedIn({ message: { text } }: Turn): number {
  return text.trim() === '' ? 0 : text.length;
}

/** Few words about a case that are no command: whoever wrote them wants the commands, not a lesson on dumps. */
const ABOUT_CASES =
  /\b(?:cases?|tickets?|follow[- ]?ups?|remind(?:ers?)?|severity|archived?|re-?open)\b|案例|案件|工单|跟进|提醒|归档|级别/i;
const FEW_WORDS = 200;

function isAboutCases(text: string): boolean {
  return text.length <= FEW_WORDS && !text.includes('\n') && ABOUT_CASES.test(text);
}

/** Whether words without a dump are answered with more than that there is none in them. */
export function isAnsweredAlone(text: string, { knowledge }: Pick<Tools, 'knowledge'>): boolean {
  return askedCode(text, knowledge) !== null || isAboutCases(text);
}

/**
 * A file that could not be read explains the silence better than "no dump in this" does; and who names a stop code
 * wants to know what it means.
 */
async function noDump(turn: Turn, notes: readonly Text[], actor: Actor, tools: Tools): Promise<Answer> {
  if (notes.length > 0) {
    return hint(turn, ...notes);
  }
  const { text } = turn.message;
  const asked = askedCode(text, tools.knowledge);
  if (asked) {
    return explained(asked, turn, tools.knowledge);
  }
  if (isAboutCases(text)) {
    return hintCard(helpCard([NO_COMMAND], [CASE_HELP, FOLLOW_UP_HELP], turn.language));
  }
  return (await aboutMatter(turn, actor, tools)) ?? hint(turn, NO_DUMP, WHAT_TO_SEND);
}

/** Whoever writes something right after a case or a verdict means that: what can be said of it is told. */
async function aboutMatter({ language }: Turn, actor: Actor, tools: Tools): Promise<Answer | null> {
  const matter = await matterOf(actor, tools);
  if (matter.kind === 'case') {
    const said = noWordsFor(matter.reminded.case.number);
    return hintCard(helpCard(said, [BARE_HELP], language));
  }
  return matter.kind === 'paste' ? hintCard(canAskCard(NO_DUMP_BUT_ASK, { paste: matter.id }, language)) : null;
}

/** What was read is kept for a while: its rest may come, and a button may put it into a case. */
async function show(
  { diagnosis, pastes }: Read,
  lead: readonly Text[],
  typed: number,
  actor: Actor,
  tools: Tools,
  parting: readonly ActionSet[],
): Promise<Answer> {
  const { language } = actor;
  const text = keptText(pastes);
  await keepText(text, actor, tools, pastes.length === 1 && typed > 0 ? text.length : typed);
  const reply = buildReply(diagnosis, pastes, language);
  const all = await tools.cases.list(actor.place);
  const earlier = all.map((reminded) => reminded.case);
  const after = [...subtleLines(seenBefore(summarise(diagnosis), earlier), language), ...offerAmong(all, actor).after];
  const isCut = diagnosis.crashes.some(({ crash }) => crash.facts.cuts.length > 0);
  const frame = {
    before: [...leadLines(lead, language), ...parting],
    after: isCut && tools.pastePage ? [...after, pageButton(language)] : after,
    ask: (crash: string | null): Press => ({ verb: 'paste.show', paste: actor.cause, ...viewOf(crash), in: language }),
  };
  const card = { ...verdictCard(reply, frame), isVerdict: true } as const;
  return toBeTold(card, { paste: actor.cause, case: null, language }, tools);
}
