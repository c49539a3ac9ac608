import type { Paste } from '../diagnosis/crash.ts';
import type { DiagnosedCrash, Diagnosis } from '../diagnosis/diagnosis.ts';
import type { Lines } from '../diagnosis/facts.ts';
import { inert, visible } from '../diagnosis/names/inert.ts';
import type { Evidence, RuleTrace } from '../diagnosis/rules/rule.ts';
import { endingModule, showsProgramEnd } from '../diagnosis/views/program-end.ts';
import { COLON } from '../language/joined.ts';
import { type Say, sayIn } from '../language/say.ts';
import type { Language, Text } from '../language/text.ts';
import { bugcheckTitle } from './bugcheck-title.ts';
import { fatalException } from './fatal-exception.ts';
import { groupReply, withinGroups } from './group-reply.ts';
import { type Quoter, quoters } from './quote.ts';
import type { CrashReply, EvidenceReply, Reply } from './reply.ts';
import { rivalRows } from './rival-words.ts';
import { stepReplies } from './step-replies.ts';
import { crashStory, type Teller } from './story/crash-story.ts';
import { summaryOf } from './summary.ts';
import {
  APPLICATION_STOPPED,
  LABELS,
  MADE_ON_PURPOSE,
  PROGRAM_SHOWN,
  RUNNING_SESSION,
  readAs,
  unlisted,
  verdictSentence,
  warningPlace,
} from './words.ts';

/** The answer to a diagnosis, in one language. The pastes are needed for the quoted lines. */
export function buildReply(diagnosis: Diagnosis, pastes: readonly Paste[], language: Language): Reply {
  const say = sayIn(language);
  const quoterOf = quoters(pastes);
  const teller: Teller = { say, quoteOf: ({ crash }) => quoterOf(crash.source) };
  const replies = diagnosis.crashes.map((one) => crashReply(one, quoterOf(one.crash.source), teller));
  const groups = diagnosis.groups.map((group) => groupReply(group, diagnosis, replies, teller));
  const crashes = replies.map((crash) => withinGroups(crash, groups, say));
  // One dump needs no name to tell it from others.
  const nameOf = (crash: string | null) => (crashes.length > 1 ? crash : null);
  return {
    language,
    summary: summaryOf(groups, crashes, language),
    groups,
    crashes,
    warnings: diagnosis.warnings.map(({ text, crash, line }) => {
      const place = say(warningPlace(nameOf(crash), line));
      return place === '' ? say(text) : `${place}${say(COLON)}${say(text)}`;
    }),
  };
}

function crashReply(diagnosed: DiagnosedCrash, quote: Quoter, teller: Teller): CrashReply {
  const { say } = teller;
  const { crash, bugcheck, judgement } = diagnosed;
  const { verdict } = judgement;
  const story = crashStory(diagnosed, teller);
  return {
    id: crash.id,
    title: bugcheckTitle(diagnosed, say),
    where: whereInPaste(crash, say),
    meaning: bugcheck ? say(bugcheck.meaning) : crash.bugcheck?.code ? say(unlisted(crash.bugcheck.code)) : null,
    args: (crash.bugcheck?.args ?? []).map((value, index) => ({
      name: `Arg${index + 1}`,
      value: value ?? '?',
      meaning: argMeaning(bugcheck?.argMeanings[index], crash.bugcheck?.argTexts[index], say),
    })),
    details: details(diagnosed, quote, say),
    verdict: {
      culprit: verdict.culprit,
      confidence: verdict.confidence,
      sentence: say(sentenceOf(diagnosed)),
      againstAnalyze: verdict.againstAnalyze ? say(verdict.againstAnalyze.names) : null,
    },
    story,
    ...evidenceReplies(judgement, quote, say),
    steps: stepReplies(judgement, story, say),
    nextCommands: judgement.nextCommands.map(({ command, why }) => ({ command, why: say(why) })),
    trace: judgement.trace.map(traceLine),
  };
}

function sentenceOf({ crash, judgement: { verdict, deliberate, session } }: DiagnosedCrash): Text {
  if (crash.kind === 'user') {
    return showsProgramEnd(crash) ? APPLICATION_STOPPED : PROGRAM_SHOWN;
  }
  if (deliberate && verdict.culprit === 'unknown') {
    return MADE_ON_PURPOSE;
  }
  if (session) {
    return RUNNING_SESSION;
  }
  return verdictSentence(verdict.culprit, verdict.confidence);
}

function argMeaning(known: Text | undefined, printed: string | undefined, say: Say): string {
  return known ? say(known) : (printed ?? '');
}

function details(
  { crash, bugcheck, judgement, windows }: DiagnosedCrash,
  quote: Quoter,
  say: Say,
): CrashReply['details'] {
  const misspelt = bugcheck?.misspelt;
  const isProgram = crash.kind === 'user';
  const program = isProgram
    ? crash.facts.applications.find(({ application, module }) => application ?? module)
    : undefined;
  const exception = isProgram ? fatalException(crash) : null;
  const rows = [
    [LABELS.told, crash.bugcheck?.told === true ? sentenceAt(crash.bugcheck.lines, quote) : null],
    [LABELS.toldCauses, causesTold(crash, quote)],
    [LABELS.readAs, bugcheck === null || misspelt === undefined ? null : say(readAs(misspelt, bugcheck.name))],
    [LABELS.windows, windows ? say(windows) : null],
    [LABELS.process, crash.process ?? program?.application ?? null],
    // For a kernel crash the arguments of the stop code say it.
    [LABELS.exception, exception && say(exception)],
    [LABELS.faultingModule, isProgram ? endingModule(crash.facts) : null],
    [LABELS.symbol, crash.symbol],
    [LABELS.blamed, crash.image],
    [LABELS.bucket, crash.failureBucket],
    ...rivalRows(judgement).map(([name, value]) => [name, value && say(value)] as const),
  ] as const;
  return rows.flatMap(([name, value]) => (value === null ? [] : [{ name: say(name), value }]));
}

/** The lines in which somebody says what it was, but for the one that tells of the stop and stands above. */
function causesTold({ facts, bugcheck }: DiagnosedCrash['crash'], quote: Quoter): string | null {
  const isQuoted = ([line]: Lines) => bugcheck?.told === true && bugcheck.lines[0] === line;
  const said = facts.toldCauses.flatMap(({ lines }) => (isQuoted(lines) ? [] : (sentenceAt(lines, quote) ?? [])));
  return [...new Set(said)].join(' … ') || null;
}

/** The line in which somebody says so, as it stands in the paste. */
function sentenceAt(lines: Lines, quote: Quoter): string | null {
  return (
    quote([lines], '')
      .map(({ text }) => text.trim())
      .join(' ') || null
  );
}

function evidenceReplies(
  { suspects, verdict }: DiagnosedCrash['judgement'],
  quote: Quoter,
  say: Say,
): Pick<CrashReply, 'evidence' | 'considered'> {
  const reply = (evidence: Evidence): EvidenceReply => ({
    for: evidence.for,
    suspect: evidence.suspect,
    rule: evidence.rule,
    text: say(evidence.text),
    quotes: quote(evidence.lines, evidence.text.en).map(({ line, text }) => ({ place: `${line}`, text })),
  });
  const all = suspects.flatMap((suspect) => suspect.evidence.map(reply));
  if (verdict.culprit === 'unknown') {
    return { evidence: all, considered: [] };
  }
  const forAnother = (item: EvidenceReply) => item.for && item.suspect !== verdict.culprit;
  return { evidence: all.filter((item) => !forAnother(item)), considered: all.filter(forAnother) };
}

function whereInPaste({ source, name: called, mentions }: DiagnosedCrash['crash'], say: Say): string {
  const ranges = mentions.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
  const single = mentions.length === 1 && mentions[0]?.[0] === mentions[0]?.[1];
  const name = visible(source ?? '');
  const of = name === '' ? { en: '', zh: '' } : { en: ` of ${name}`, zh: `（${name}）` };
  const own = inert(visible(called ?? ''));
  const as = own === '' ? { en: '', zh: '' } : { en: ` – "${own}"`, zh: `——“${own}”` };
  return say({
    en: `${single ? 'line' : 'lines'} ${ranges}${of.en}${as.en}`,
    zh: `第 ${ranges} 行${of.zh}${as.zh}`,
  });
}

function traceLine(trace: RuleTrace): string {
  return trace.end === 'lacked' ? `${trace.rule}: lacked ${trace.facts.join(', ')}` : `${trace.rule}: ${trace.end}`;
}
