import type { ToBeTold } from '#src/cards/sent-card.ts';
import type { Place } from '#src/ports/place.ts';
import { tellDiagnosis } from '#src/telling/tell-diagnosis.ts';
import type { Told } from '#src/telling/told.ts';
import type { Vocabulary } from '#src/telling/vocabulary.ts';
import { caseReply } from '../cases/case-reply.ts';
import { readCase } from '../cases/read-case.ts';
import type { Tools } from '../dialog.ts';
import { joinParts } from '../pastes/case-pastes.ts';

type Reading = Pick<Tools, 'cases' | 'diagnose' | 'knowledge'>;

/**
 * What a model is told of a verdict that was given: the kept text is diagnosed again, so nothing but the text is kept. Null
 * where the text is gone, or where there is nothing to word.
 */
export async function whatIsTold(
  { paste, case: number, language }: ToBeTold,
  place: Place,
  tools: Reading,
  vocabulary: Vocabulary,
): Promise<Told | null> {
  const known = { knowledge: tools.knowledge, vocabulary };
  if (number === null) {
    const stored = await tools.cases.pastes(place, [paste]);
    const pastes = joinParts(stored);
    const diagnosis = stored.length === 0 ? null : await tools.diagnose(pastes.read);
    return diagnosis && tellDiagnosis(diagnosis, caseReply(diagnosis, pastes, language), known);
  }
  const reminded = await tools.cases.find(place, number);
  if (!reminded?.case.pastes.includes(paste)) {
    return null;
  }
  const read = await readCase(reminded.case, await tools.cases.pastes(place, reminded.case.pastes), tools);
  const shown = read.summary.crashes.filter(({ at }) => at?.paste === paste).map(({ id }) => id);
  return tellDiagnosis(read.diagnosis, caseReply(read.diagnosis, read.pastes, language, shown), known);
}
