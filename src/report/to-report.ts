import type { DiagnosedCrash, Diagnosis, Warning } from '../diagnosis/diagnosis.ts';
import type { Facts, Frame } from '../diagnosis/facts.ts';
import type { Evidence } from '../diagnosis/rules/rule.ts';
import type { Contradiction } from '../diagnosis/verdict/verdict.ts';
import type { Language } from '../language/text.ts';
import { distinctLines } from '../reply/distinct-lines.ts';
import type { Report, ReportedCrash } from './schema.ts';

/** The diagnosis as the JSON document of `triage --json`; texts in one language. Same diagnosis, same bytes. */
export function toReport(diagnosis: Diagnosis, language: Language): Report {
  const crashes = diagnosis.crashes.map((crash) => reportCrash(crash, language));
  return {
    schema: 1,
    crashes,
    correlation: {
      groups: diagnosis.groups.map(({ crashes: members, dumps, culprit, confidence, likely, reasons }) => ({
        crashes: [...members],
        dumps: dumps.map((dump) => [...dump]),
        culprit,
        confidence,
        likely: [...likely],
        reasons: reasons.map(({ rule, text, certain }) => ({ rule, text: text[language], certain })),
      })),
    },
    nextCommands: [...new Set(crashes.flatMap((crash) => crash.nextCommands))],
    warnings: [...diagnosis.warnings, ...diagnosis.crashes.flatMap(leftOut)].map(({ text, crash, line }) =>
      [crash, line === null ? null : `line ${line}`, text[language]].filter((part) => part !== null).join(': '),
    ),
  };
}

function reportCrash({ crash, bugcheck, judgement }: DiagnosedCrash, language: Language): ReportedCrash {
  const [first] = crash.mentions;
  return {
    id: crash.id,
    source: crash.source,
    ...(crash.name !== undefined && { name: crash.name }),
    kind: crash.kind,
    arch: crash.arch,
    lines: [first?.[0] ?? 1, first?.[1] ?? 1],
    mentions: crash.mentions.map(([from, to]) => [from, to]),
    bugcheck: crash.bugcheck && {
      code: crash.bugcheck.code,
      name: crash.bugcheck.name,
      ...(crash.bugcheck.told && { told: true as const }),
      ...(crash.bugcheck.code === null && crash.bugcheck.means && { means: crash.bugcheck.means.code }),
      args: [...crash.bugcheck.args],
      meaning: bugcheck?.meaning[language] ?? null,
      argMeanings: bugcheck ? bugcheck.argMeanings.map((text) => text[language]) : [...crash.bugcheck.argTexts],
      lines: [...crash.bugcheck.lines],
    },
    process: crash.process,
    symbol: crash.symbol,
    module: crash.module,
    image: crash.image,
    failureBucket: crash.failureBucket,
    stack: reportStack(crash),
    modules: reportModules(crash.facts),
    poolTags: poolTagsOf(crash.facts).slice(0, MOST_ROWS),
    ...reportJudgement(judgement, language),
  };
}

/** Rows of one list: the modules of ten sessions, a recursion as deep as a kernel stack allows. */
const MOST_ROWS = 5000;

/** The JSON is for programs, but not for one that pastes 8 MB of rows to get them back. */
function leftOut({ crash }: DiagnosedCrash): Warning[] {
  const { id, facts } = crash;
  const rows = [shownFrames(crash), facts.modules, poolTagsOf(facts)].reduce(
    (sum, { length }) => sum + Math.max(0, length - MOST_ROWS),
    0,
  );
  if (rows === 0) {
    return [];
  }
  const text = {
    en: `${rows} more rows of modules, stack and pool tags are left out of this document.`,
    zh: `另有 ${rows} 行模块、调用堆栈和池标记未列入此文档。`,
  };
  return [{ text, crash: id, line: null }];
}

/** The stack of a breakpoint is shown too: a warning says that it is none of the stop. */
function shownFrames({ stack, earlierStack }: DiagnosedCrash['crash']): readonly Frame[] {
  return (stack ?? earlierStack)?.frames ?? [];
}

function reportStack(crash: DiagnosedCrash['crash']): ReportedCrash['stack'] {
  return shownFrames(crash)
    .slice(0, MOST_ROWS)
    .map((frame) => ({
      module: frame.module,
      function: frame.function,
      offset: frame.offset,
      address: frame.address,
      inline: frame.inline,
      line: frame.lines[0],
    }));
}

function reportModules(facts: Facts): ReportedCrash['modules'] {
  return facts.modules
    .slice(0, MOST_ROWS)
    .map(({ name, image, start, end, timestamp, checksum, version, company, lines }) => ({
      name,
      image,
      start,
      end,
      timestamp,
      checksum,
      version,
      company,
      line: lines[0],
    }));
}

/** One row per tag: with the owner where any command shows it, else the tag of a queried pool block. */
function poolTagsOf(facts: Facts): ReportedCrash['poolTags'] {
  const rows = new Map<string, { tag: string; owner: string | null; line: number }>();
  for (const { tag, image, lines } of facts.tagOwners) {
    if (!rows.has(tag)) {
      rows.set(tag, { tag, owner: image.toLowerCase(), line: lines[0] });
    }
  }
  for (const { tag, queried, ownerImage, lines } of facts.poolBlocks) {
    if (tag === null || rows.has(tag) || !queried) {
      continue;
    }
    rows.set(tag, { tag, owner: ownerImage?.toLowerCase() ?? null, line: lines[0] });
  }
  return [...rows.values()];
}

type ReportedJudgement = Pick<
  ReportedCrash,
  'verdict' | 'excluded' | 'remaining' | 'suspects' | 'recommendations' | 'nextCommands' | 'trace'
>;

/** Both parts: whoever reads this field alone wants to know why. */
function againstAnalyze(said: Contradiction | null, language: Language): string | null {
  if (said === null) {
    return null;
  }
  const { names, because } = said;
  return because === null ? names[language] : [names[language], because[language]].join(language === 'en' ? ' ' : '');
}

function reportJudgement(judgement: DiagnosedCrash['judgement'], language: Language): ReportedJudgement {
  const { verdict } = judgement;
  return {
    verdict: {
      culprit: verdict.culprit,
      confidence: verdict.confidence,
      probability: round(verdict.probability),
      againstAnalyze: againstAnalyze(verdict.againstAnalyze, language),
    },
    excluded: judgement.excluded.map(({ rival, because, lines }) => ({
      rival,
      because: because[language],
      lines: distinctLines(lines),
    })),
    remaining: judgement.remaining.map((one) => ({ ...one })),
    suspects: judgement.suspects.map(({ driver, score, evidence }) => ({
      driver,
      score: round(score),
      evidence: evidence.map((item) => reportEvidence(item, language)),
    })),
    recommendations: judgement.recommendations.map(({ id, text, reason, commands, undo }) => ({
      id,
      text: text[language],
      reason: reason[language],
      commands: [...commands],
      undo: [...undo],
    })),
    nextCommands: judgement.nextCommands.map(({ command }) => command),
    trace: judgement.trace.map((entry) => ({
      rule: entry.rule,
      end: entry.end,
      facts: entry.end === 'lacked' ? [...entry.facts] : [],
    })),
  };
}

function reportEvidence(evidence: Evidence, language: Language): ReportedCrash['suspects'][number]['evidence'][number] {
  return {
    rule: evidence.rule,
    for: evidence.for,
    lines: distinctLines(evidence.lines),
    text: evidence.text[language],
  };
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
