import type { Diagnosis } from '#src/diagnosis/diagnosis.ts';
import type { Language } from '#src/diagnosis/text.ts';
import { buildReply } from '#src/reply/build-reply.ts';
import type { EvidenceReply, Reply } from '#src/reply/reply.ts';
import type { CasePastes } from './case-pastes.ts';

/** The reply to all pastes of a case, which says of each line in which paste it stands. */
export function caseReply(diagnosis: Diagnosis, pastes: CasePastes, language: Language): Reply {
  const reply = buildReply(diagnosis, pastes.quoted, language);
  const evidence = (all: readonly EvidenceReply[]) => all.map((item) => ({ ...item, quotes: quotesIn(item, pastes) }));
  const crashes = reply.crashes.map((crash, index) => ({
    ...crash,
    where: whereIn(diagnosis.crashes[index]?.crash.mentions ?? [], pastes, language),
    evidence: evidence(crash.evidence),
    considered: evidence(crash.considered),
  }));
  return { ...reply, crashes };
}

function quotesIn({ quotes }: EvidenceReply, { placeOf }: CasePastes): EvidenceReply['quotes'] {
  return quotes.map(({ line, text }) => ({ line: placeOf(line).line, text }));
}

/** `paste 3, lines 2–10; paste 5, lines 6–148`. */
function whereIn(
  mentions: readonly (readonly [number, number])[],
  { placeOf }: CasePastes,
  language: Language,
): string {
  const places = mentions.map(([from, to]) => {
    const { paste, line } = placeOf(from);
    const range = from === to ? `${line}` : `${line}–${line + to - from}`;
    return language === 'zh' ? `第 ${paste} 次粘贴第 ${range} 行` : `paste ${paste}, lines ${range}`;
  });
  return places.join(language === 'zh' ? '；' : '; ');
}

/**
 * Ids of the crashes that the newest message shows something of; where it only adds to what came before, those of the
 * paste that it is a part of.
 */
export function newestCrashes({ crashes }: Diagnosis, { placeOf, count, newestFrom }: CasePastes): string[] {
  const ids = (isNew: (mention: readonly [number, number]) => boolean) =>
    crashes.filter(({ crash }) => crash.mentions.some(isNew)).map(({ crash }) => crash.id);
  const inMessage = ids(([, to]) => to >= newestFrom);
  return inMessage.length > 0 ? inMessage : ids(([from]) => placeOf(from).paste === count);
}
