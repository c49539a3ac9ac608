import type { Case } from '#src/cases/case.ts';
import type { Cut } from '#src/cases/case-event.ts';
import { numberDumps } from '#src/cases/dump-numbers.ts';
import { type DumpSummary, summarise } from '#src/cases/dump-summary.ts';
import type { Diagnosis } from '#src/diagnosis/diagnosis.ts';
import type { Suspect } from '#src/diagnosis/verdict/verdict.ts';
import type { Text } from '#src/language/text.ts';
import type { StoredPaste } from '#src/ports/case-store.ts';
import type { Tools } from '../dialog.ts';
import { type CasePastes, joinParts } from '../pastes/case-pastes.ts';

export interface CaseRead {
  readonly pastes: CasePastes;
  /** With the numbers that the dumps have in the case. */
  readonly diagnosis: Diagnosis;
  readonly summary: DumpSummary;
}

type Known = Pick<Case, 'pastes' | 'cuts' | 'parted' | 'summary' | 'lastDump'>;

/** Reads the pastes of a case together, without the dumps that were taken out of it. */
export async function readCase(
  it: Known,
  stored: readonly StoredPaste[],
  { diagnose }: Pick<Tools, 'diagnose'>,
): Promise<CaseRead> {
  const pastes = joinParts(
    stored.map((paste) => withoutCuts(paste, it.cuts)),
    it.parted,
  );
  const read = await diagnose(pastes.read);
  const origins = read.crashes.map(({ crash }) => {
    const { paste, line } = pastes.originOf(crash.mentions[0]?.[0] ?? 1);
    return { paste: stored[paste - 1]?.id ?? '', line };
  });
  const numbers = numberDumps(origins, it);
  const diagnosis = renumbered(
    read,
    new Map(read.crashes.map(({ crash }, index) => [crash.id, numbers[index] ?? '?'])),
  );
  return { pastes, diagnosis, summary: summarise(diagnosis, origins) };
}

/** Lines that were taken out are blank: those around them keep their numbers. */
function withoutCuts(paste: StoredPaste, cuts: readonly Cut[]): StoredPaste {
  const own = cuts.filter((cut) => cut.paste === paste.id);
  if (own.length === 0) {
    return paste;
  }
  const isCut = (line: number) => own.some(({ from, to }) => from <= line && line <= to);
  const lines = paste.text.split(/\r\n|\r|\n/);
  return { ...paste, text: lines.map((line, index) => (isCut(index + 1) ? '' : line)).join('\n') };
}

function renumbered(diagnosis: Diagnosis, names: ReadonlyMap<string, string>): Diagnosis {
  if ([...names].every(([from, to]) => from === to)) {
    return diagnosis;
  }
  const name = (id: string) => names.get(id) ?? id;
  const inText = ({ en, zh }: Text): Text => ({ en: named(en, name), zh: named(zh, name) });
  return {
    crashes: diagnosis.crashes.map((each) => ({
      ...each,
      crash: { ...each.crash, id: name(each.crash.id) },
      judgement: { ...each.judgement, suspects: each.judgement.suspects.map((suspect) => inSuspect(suspect, inText)) },
    })),
    groups: diagnosis.groups.map((group) => ({
      ...group,
      crashes: group.crashes.map(name),
      reasons: group.reasons.map((reason) => ({
        ...reason,
        text: inText(reason.text),
        said: inText(reason.said),
        crashes: reason.crashes.map(name),
        shown: reason.shown.map((one) => ({ ...one, crash: name(one.crash) })),
      })),
    })),
    warnings: diagnosis.warnings.map((warning) =>
      warning.crash === null ? warning : { ...warning, crash: name(warning.crash) },
    ),
  };
}

/** What another dump says for a suspect names that dump; what the paste itself says is left as it is. */
function inSuspect(suspect: Suspect, inText: (text: Text) => Text): Suspect {
  const evidence = suspect.evidence.map((one) => (one.namesDumps ? { ...one, text: inText(one.text) } : one));
  return { ...suspect, evidence };
}

/** Reasons name the dumps they link: `c1 (0x1e), c3`. */
function named(sentence: string, name: (id: string) => string): string {
  return sentence.replace(/(?<![\w.!+-])c[1-9]\d{0,3}(?![\w.!+-])/g, name);
}
