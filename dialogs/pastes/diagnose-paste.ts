import { leadLines } from '#src/cards/case-card.ts';
import { helpCard } from '#src/cards/help-card.ts';
import { verdictCard } from '#src/cards/verdict-card.ts';
import type { Paste } from '#src/diagnosis/crash.ts';
import type { Diagnosis } from '#src/diagnosis/diagnosis.ts';
import { languageOf } from '#src/language/language-of.ts';
import type { Text } from '#src/language/text.ts';
import type { Answer } from '#src/ports/answer.ts';
import type { Turn } from '#src/ports/turn.ts';
import { askedCode } from '#src/reply/asked-code.ts';
import { buildReply } from '#src/reply/build-reply.ts';
import { type Actor, actorOf } from '../actor.ts';
import { cardAnswer } from '../cases/case-view.ts';
import { FURTHER_PART, NO_COMMAND } from '../cases/case-words.ts';
import { defineDialog, type Tools } from '../dialog.ts';
import { explained } from '../explain.ts';
import { CASE_HELP, FOLLOW_UP_HELP } from '../help-lines.ts';
import { say } from '../say.ts';
import { NO_DUMP, noDumpIn, WHAT_TO_SEND } from '../words.ts';
import { collectPastes, keptText, leftUnread } from './collect-pastes.ts';
import { pasteBefore } from './continued-paste.ts';
import { filePaste, keepText, offerCases } from './file-paste.ts';

/** Only things that cannot be read: say so, and what to send instead. */
export const unreadableAttachment = defineDialog({
  name: 'unreadable-attachment',
  takesFiles: true,
  read: (_, { message: { text, files, unreadable } }) =>
    (unreadable.length > 0 && files.length === 0 && text.trim() === '') || null,
  reply: (_, turn) => say(turn, ...leftUnread(turn.message)),
});

/** Everything else is taken for a paste: the reader itself knows best whether there is debugger output in it. */
export const diagnosePaste = defineDialog({
  name: 'diagnose-paste',
  takesFiles: true,
  read: () => true,
  reply: (_, turn, tools) => readPaste(turn, tools),
});

/** Reads what was sent, wherever it belongs; `lead` is said before. */
export async function readPaste(turn: Turn, tools: Tools, lead: readonly Text[] = []): Promise<Answer> {
  const { pastes, notes, read } = await collectPastes(turn.message, tools.readFile);
  const diagnosis = await tools.diagnose(pastes);
  const text = keptText(pastes);
  const said = { ...turn, language: languageOf(text, turn.language) };
  const actor = await actorOf(said, tools);
  const before = await pasteBefore(text, actor, tools);
  const filed = await filePaste(text, diagnosis, before, actor, tools, [...lead, ...notes], typedIn(turn));
  if (filed) {
    return filed;
  }
  if (before && before.diagnosis.crashes.length > 0) {
    return show({ ...before, notes, lead: [...lead, FURTHER_PART] }, typedIn(turn), actor, tools);
  }
  if (diagnosis.crashes.length === 0) {
    return noDump(said, [...lead, ...notes, ...(read.length > 0 ? [noDumpIn(read)] : [])], tools);
  }
  return show({ diagnosis, pastes, notes, lead }, typedIn(turn), actor, tools);
}

/** How much of a paste was typed into its message. */
function typedIn({ message: { text } }: Turn): number {
  return text.trim() === '' ? 0 : text.length;
}

interface Read {
  readonly diagnosis: Diagnosis;
  readonly pastes: readonly Paste[];
}

/** Few words about a case that are no command: whoever wrote them wants the commands, not a lesson on dumps. */
const ABOUT_CASES =
  /\b(?:cases?|tickets?|follow[- ]?ups?|remind(?:ers?)?|severity|archived?|re-?open)\b|案例|案件|工单|跟进|提醒|归档|级别/i;
const FEW_WORDS = 200;

/**
 * A file that could not be read explains the silence better than "no dump in this" does; and who names a stop code
 * wants to know what it means.
 */
function noDump(turn: Turn, notes: readonly Text[], { knowledge }: Tools): Answer {
  if (notes.length > 0) {
    return say(turn, ...notes);
  }
  const { text } = turn.message;
  const asked = askedCode(text, knowledge);
  if (asked) {
    return explained(asked, turn, knowledge);
  }
  if (text.length <= FEW_WORDS && !text.includes('\n') && ABOUT_CASES.test(text)) {
    return cardAnswer(helpCard([NO_COMMAND], [CASE_HELP, FOLLOW_UP_HELP], turn.language));
  }
  return say(turn, NO_DUMP, WHAT_TO_SEND);
}

interface Shown extends Read {
  readonly notes: readonly Text[];
  readonly lead: readonly Text[];
}

/** What was read is kept for a while: its rest may come, and a button may put it into a case. */
async function show(
  { diagnosis, pastes, notes, lead }: Shown,
  typed: number,
  actor: Actor,
  tools: Tools,
): Promise<Answer> {
  const { language } = actor;
  const text = keptText(pastes);
  await keepText(text, actor, tools, pastes.length === 1 && typed > 0 ? text.length : typed);
  const reply = buildReply(diagnosis, pastes, language);
  const explanations = await Promise.all(reply.crashes.map((crash) => tools.explain(crash, language)));
  const frame = { before: leadLines([...lead, ...notes], language), ...(await offerCases(actor, tools)) };
  return verdictCard(reply, explanations, frame);
}
