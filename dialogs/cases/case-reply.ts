import type { Diagnosis } from '#src/diagnosis/diagnosis.ts';
import { SEMICOLON } from '#src/language/joined.ts';
import type { Language, Text } from '#src/language/text.ts';
import { buildReply } from '#src/reply/build-reply.ts';
import type { EvidenceReply, Reply } from '#src/reply/reply.ts';
import { withPlaces } from '#src/reply/story/story.ts';
import type { CasePastes } from '../pastes/case-pastes.ts';

/**
 * The reply to all pastes of a case, which says of each line in which paste it stands. Of many crashes those of `shown`
 * are told, and what they share with others.
 */
export function caseReply(
  diagnosis: Diagnosis,
  pastes: CasePastes,
  language: Language,
  shown: readonly string[] = [],
): Reply {
  const reply = buildReply(diagnosis, pastes.quoted, language);
  const evidence = (all: readonly EvidenceReply[]) => all.map((item) => ({ ...item, quotes: quotesIn(item, pastes) }));
  const crashes = reply.crashes.map((crash, index) => ({
    ...crash,
    where: whereIn(diagnosis.crashes[index]?.crash.mentions ?? [], pastes, language),
    story: withPlaces(crash.story, placeIn(pastes)),
    evidence: evidence(crash.evidence),
    considered: evidence(crash.considered),
  }));
  const isShown = (id: string) => shown.length === 0 || shown.includes(id);
  return {
    ...reply,
    crashes: crashes.filter(({ id }) => isShown(id)),
    groups: reply.groups
      .filter((group) => group.crashes.some(isShown))
      .map((group) => ({
        ...group,
        story: withPlaces(group.story, placeIn(pastes)),
        contributions: withPlaces(group.contributions, placeIn(pastes)),
      })),
    warnings: diagnosis.warnings
      .filter(({ crash }) => crash === null || isShown(crash))
      .map((warning) => warningText(warning, pastes)[language]),
  };
}

function warningText({ text, crash, line }: Diagnosis['warnings'][number], { originOf }: CasePastes): Text {
  const at = line === null ? null : rangeText(originOf(line), originOf(line));
  const en = [crash, at?.en].filter((part) => part != null).join(', ');
  const zh = [crash, at?.zh].filter((part) => part != null).join('，');
  return en === '' ? text : { en: `${en}: ${text.en}`, zh: `${zh}：${text.zh}` };
}

/** `3:28` is line 28 of the third paste; of a single one the line is enough. */
function quotesIn({ quotes }: EvidenceReply, pastes: CasePastes): EvidenceReply['quotes'] {
  const placeOf = placeIn(pastes);
  return quotes.map(({ place, text }) => ({ place: placeOf(place), text }));
}

function placeIn({ originOf }: CasePastes): (place: string) => string {
  const isSingle = originOf(Number.POSITIVE_INFINITY).paste === 1;
  return (place) => {
    const { paste, line } = originOf(Number(place));
    return isSingle ? `${line}` : `${paste}:${line}`;
  };
}

/** `paste 3, lines 2–10; paste 5, line 6 to paste 6, line 20`. */
function whereIn(
  mentions: readonly (readonly [number, number])[],
  { originOf }: CasePastes,
  language: Language,
): string {
  const parts = mentions.map(([from, to]) => rangeText(originOf(from), originOf(to))[language]);
  return parts.join(SEMICOLON[language]);
}

type Origin = ReturnType<CasePastes['originOf']>;

function rangeText(from: Origin, to: Origin): Text {
  if (from.paste !== to.paste) {
    return {
      en: `paste ${from.paste}, line ${from.line} to paste ${to.paste}, line ${to.line}`,
      zh: `第 ${from.paste} 次粘贴第 ${from.line} 行至第 ${to.paste} 次粘贴第 ${to.line} 行`,
    };
  }
  const range = from.line === to.line ? `${from.line}` : `${from.line}–${to.line}`;
  const lines = from.line === to.line ? 'line' : 'lines';
  return { en: `paste ${from.paste}, ${lines} ${range}`, zh: `第 ${from.paste} 次粘贴第 ${range} 行` };
}

/**
 * Ids of the crashes that the newest message shows something of; where it only adds to what came before, those of the
 * paste that it is a part of.
 */
export function newestCrashes({ crashes }: Diagnosis, { newestFrom, latestFrom }: CasePastes): string[] {
  const ids = (isNew: (mention: readonly [number, number]) => boolean) =>
    crashes.filter(({ crash }) => crash.mentions.some(isNew)).map(({ crash }) => crash.id);
  const inMessage = ids(([, to]) => to >= newestFrom);
  return inMessage.length > 0 ? inMessage : ids(([, to]) => to >= latestFrom);
}

/** Whether the newest message holds nothing but what was pasted before. */
export function isRepeat({ crashes }: Diagnosis, { newestFrom }: CasePastes): boolean {
  const isNew = ([, to]: readonly [number, number]) => to >= newestFrom;
  const all = crashes.flatMap(({ crash }) => crash.mentions.filter(isNew));
  return all.length > 0 && crashes.flatMap(({ crash }) => crash.repeats?.filter(isNew) ?? []).length === all.length;
}
