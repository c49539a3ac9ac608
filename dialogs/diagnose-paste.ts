import { verdictCard } from '#src/cards/verdict-card.ts';
import type { Paste } from '#src/diagnosis/crash.ts';
import type { Diagnosis } from '#src/diagnosis/diagnosis.ts';
import type { Text } from '#src/diagnosis/text.ts';
import type { Answer } from '#src/ports/answer.ts';
import type { Turn } from '#src/ports/turn.ts';
import { askedCode } from '#src/reply/asked-code.ts';
import { buildReply } from '#src/reply/build-reply.ts';
import { languageOf } from '#src/reply/language.ts';
import { collectPastes } from './collect-pastes.ts';
import type { Dialog, Tools } from './dialog.ts';
import { explained } from './explain.ts';
import { filePaste, offerCases } from './file-paste.ts';
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
  if (diagnosis.crashes.length === 0) return noDump(said, notes, tools);
  return show(diagnosis, pastes, notes, said, tools);
}

/**
 * A file that could not be read explains the silence better than "no dump in this" does; and who names a stop code
 * wants to know what it means.
 */
function noDump(turn: Turn, notes: readonly Text[], { knowledge }: Tools): Answer {
  if (notes.length > 0) return say(turn, ...notes.slice(0, 5));
  const asked = askedCode(turn.message.text, knowledge);
  return asked ? explained(asked, turn, knowledge) : say(turn, NO_DUMP, WHAT_TO_SEND);
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
