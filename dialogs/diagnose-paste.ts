import { helpCard } from '#src/cards/help-card.ts';
import { verdictCard } from '#src/cards/verdict-card.ts';
import type { Paste } from '#src/diagnosis/crash.ts';
import type { Diagnosis } from '#src/diagnosis/diagnosis.ts';
import type { Text } from '#src/diagnosis/text.ts';
import type { Answer } from '#src/ports/answer.ts';
import type { Turn } from '#src/ports/turn.ts';
import { buildReply } from '#src/reply/build-reply.ts';
import { languageOf } from '#src/reply/language.ts';
import { cardAnswer } from './case-view.ts';
import { NO_COMMAND } from './case-words.ts';
import { collectPastes } from './collect-pastes.ts';
import type { Dialog, Tools } from './dialog.ts';
import { filePaste, offerCases } from './file-paste.ts';
import { CASE_HELP, FOLLOW_UP_HELP } from './help-lines.ts';
import { say } from './say.ts';
import { NO_DUMP, WHAT_TO_SEND } from './words.ts';

/** Everything else is taken for a paste: the reader itself knows best whether there is debugger output in it. */
export const diagnosePaste: Dialog = {
  name: 'diagnose-paste',
  accepts: () => true,
  reply: diagnosePasteIn,
};

async function diagnosePasteIn(turn: Turn, tools: Tools): Promise<Answer> {
  const { pastes, notes } = await collectPastes(turn.message, tools.readFile);
  const diagnosis = await tools.diagnose(pastes);
  const language = languageOf(pastes.map(({ text }) => text).join('\n'), turn.language);
  const said = { ...turn, language };
  const filed = await filePaste(said, pastes, diagnosis.crashes.length > 0, tools);
  if (filed) return filed;
  if (diagnosis.crashes.length === 0) return noDump(said, notes);
  return show(diagnosis, pastes, notes, said, tools);
}

/** Few words about a case that are no command: whoever wrote them wants the commands, not a lesson on dumps. */
const ABOUT_CASES =
  /\b(?:cases?|tickets?|follow[- ]?ups?|remind(?:ers?)?|severity|archived?|re-?open)\b|案例|案件|工单|跟进|提醒|归档|级别/i;
const FEW_WORDS = 200;

/** A file that could not be read explains the silence better than "no dump in this" does. */
function noDump(turn: Turn, notes: readonly Text[]): Answer {
  const { text } = turn.message;
  if (notes.length === 0 && text.length <= FEW_WORDS && !text.includes('\n') && ABOUT_CASES.test(text)) {
    return cardAnswer(helpCard([NO_COMMAND], [CASE_HELP, FOLLOW_UP_HELP], turn.language));
  }
  return notes.length > 0 ? say(turn, ...notes.slice(0, 5)) : say(turn, NO_DUMP, WHAT_TO_SEND);
}

async function show(
  diagnosis: Diagnosis,
  pastes: readonly Paste[],
  notes: readonly Text[],
  turn: Turn,
  tools: Tools,
): Promise<Answer> {
  const { language } = turn;
  const reply = buildReply(diagnosis, pastes, language);
  const explanations = await Promise.all(reply.crashes.map((crash) => tools.explain(crash, language)));
  const warnings = [...notes.map((note) => note[language]), ...reply.warnings];
  return verdictCard({ ...reply, warnings }, explanations, await offerCases(turn, pastes, tools));
}
