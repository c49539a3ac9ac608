import type { DiagnosedCrash, Diagnosis, Warning } from './diagnosis.ts';

/**
 * Many times what any dump has shown, and more than anybody reads: a paste may name tens of thousands of drivers, and each
 * would be quoted, sent and kept.
 */
const MOST_SUSPECTS = 50;
const MOST_EVIDENCE = 50;
const MOST_REASONS = 50;
const MOST_WARNINGS = 300;

/** The diagnosis with its longest lists cut, and a warning for each that was. What was judged of them stays as it is. */
export function withinBounds({ crashes, groups, warnings }: Diagnosis): Diagnosis {
  const kept = crashes.map(boundedCrash);
  const remarks = kept.flatMap(({ remark }) => remark ?? []);
  const all = [...warnings.slice(0, MOST_WARNINGS), ...remarks];
  return {
    crashes: kept.map(({ diagnosed }) => diagnosed),
    groups: groups.map((group) => ({ ...group, reasons: group.reasons.slice(0, MOST_REASONS) })),
    warnings: warnings.length > MOST_WARNINGS ? [...all, leftOutWarnings(warnings.length - MOST_WARNINGS)] : all,
  };
}

function boundedCrash(diagnosed: DiagnosedCrash): { diagnosed: DiagnosedCrash; remark?: Warning } {
  const { suspects } = diagnosed.judgement;
  const kept = suspects
    .slice(0, MOST_SUSPECTS)
    .map((suspect) => ({ ...suspect, evidence: suspect.evidence.slice(0, MOST_EVIDENCE) }));
  const isCut = suspects.length > MOST_SUSPECTS || suspects.some(({ evidence }) => evidence.length > MOST_EVIDENCE);
  if (!isCut) {
    return { diagnosed };
  }
  const judgement = { ...diagnosed.judgement, suspects: kept };
  const names = suspects.length - kept.length;
  return { diagnosed: { ...diagnosed, judgement }, remark: leftOut(diagnosed.crash.id, names) };
}

function leftOut(crash: string, names: number): Warning {
  const text =
    names > 0
      ? {
          en: `${names} more names with less evidence are left out; all of them were weighed.`,
          zh: `另有 ${names} 个证据更少的名称未列出，但均已参与评估。`,
        }
      : {
          en: `Only the first ${MOST_EVIDENCE} findings about each suspect are shown; all of them were weighed.`,
          zh: `每个可疑对象只列出前 ${MOST_EVIDENCE} 条证据，但全部已参与评估。`,
        };
  return { text, crash, line: null };
}

function leftOutWarnings(more: number): Warning {
  return {
    text: { en: `${more} more remarks of this kind are left out.`, zh: `另有 ${more} 条同类提示未列出。` },
    crash: null,
    line: null,
  };
}
