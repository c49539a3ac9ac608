import type { Paste } from '../diagnosis/crash.ts';
import type { DiagnosedCrash, Diagnosis, Group } from '../diagnosis/diagnosis.ts';
import type { Evidence, RuleTrace } from '../diagnosis/rules/rule.ts';
import type { Language, Text } from '../diagnosis/text.ts';
import { bugcheckTitle } from './bugcheck-title.ts';
import { quoter } from './quote.ts';
import type { CrashReply, EvidenceReply, GroupReply, Reply } from './reply.ts';
import { groupSentence, LABELS, verdictSentence } from './words.ts';

/** The answer to a diagnosis, in one language. The pastes are needed for the quoted lines. */
export function buildReply(diagnosis: Diagnosis, pastes: readonly Paste[], language: Language): Reply {
  const say = (text: Text) => text[language];
  const replies = diagnosis.crashes.map((crash) => crashReply(crash, pastes, say));
  const groups = diagnosis.groups.map((group) => groupReply(group, diagnosis, replies, say));
  const crashes = replies.map((crash) => withoutSharedSteps(crash, groups));
  return {
    language,
    summary: summarise(groups, crashes),
    groups,
    crashes,
    warnings: diagnosis.warnings.map((warning) => located(say(warning.text), warning.crash, warning.line)),
  };
}

type Say = (text: Text) => string;

function summarise(groups: readonly GroupReply[], crashes: readonly CrashReply[]): string {
  const shared = groups[0];
  if (shared) return shared.verdict;
  return crashes.map((crash) => `${crash.title}: ${crash.verdict.sentence}`).join(' ');
}

function located(text: string, crash: string | null, line: number | null): string {
  const where = [crash, line === null ? null : `:${line}`].filter((part) => part !== null).join('');
  return where ? `${where} ${text}` : text;
}

function groupReply(group: Group, diagnosis: Diagnosis, replies: readonly CrashReply[], say: Say): GroupReply {
  const titles = diagnosis.crashes
    .filter(({ crash }) => group.crashes.includes(crash.id))
    .map((member) => bugcheckTitle(member, say));
  return {
    title: titles.join(' + '),
    crashes: group.crashes,
    culprit: group.culprit,
    confidence: group.confidence,
    verdict: say(groupSentence(group.crashes, group.culprit, group.confidence)),
    reasons: group.reasons.map((reason) => say(reason.text)),
    steps: sharedSteps(group, replies),
  };
}

/** The steps of the group's surest crash with the group's culprit. */
function sharedSteps({ crashes, culprit }: Group, replies: readonly CrashReply[]): CrashReply['steps'] {
  const members = replies.filter(({ id, verdict }) => crashes.includes(id) && verdict.culprit === culprit);
  const sureness = ['high', 'medium', 'low'];
  const surest = members.sort(
    (a, b) => sureness.indexOf(a.verdict.confidence) - sureness.indexOf(b.verdict.confidence),
  )[0];
  return surest?.steps ?? [];
}

function withoutSharedSteps(crash: CrashReply, groups: readonly GroupReply[]): CrashReply {
  const shared = groups.some(
    ({ crashes, culprit, steps }) =>
      steps.length > 0 && crashes.includes(crash.id) && culprit === crash.verdict.culprit,
  );
  return shared ? { ...crash, steps: [] } : crash;
}

function crashReply(diagnosed: DiagnosedCrash, pastes: readonly Paste[], say: Say): CrashReply {
  const { crash, bugcheck, judgement } = diagnosed;
  const { verdict } = judgement;
  return {
    id: crash.id,
    title: bugcheckTitle(diagnosed, say),
    where: whereInPaste(crash.source, crash.mentions, say),
    meaning: bugcheck ? say(bugcheck.meaning) : null,
    args: (crash.bugcheck?.args ?? []).map((value, index) => ({
      name: `Arg${index + 1}`,
      value: value ?? '?',
      meaning: argMeaning(bugcheck?.argMeanings[index], crash.bugcheck?.argTexts[index], say),
    })),
    details: details(diagnosed, say),
    verdict: {
      culprit: verdict.culprit,
      confidence: verdict.confidence,
      sentence: say(verdictSentence(verdict.culprit, verdict.confidence)),
      againstAnalyze: verdict.againstAnalyze ? say(verdict.againstAnalyze) : null,
    },
    ...evidenceReplies(judgement, quoter(pastes, crash.source), say),
    steps: judgement.recommendations.map((step) => ({
      title: say(step.title),
      text: say(step.text),
      reason: say(step.reason),
      commands: step.commands,
      undo: step.undo,
    })),
    nextCommands: judgement.nextCommands.map(({ command, why }) => ({ command, why: say(why) })),
    trace: judgement.trace.map(traceLine),
  };
}

function argMeaning(known: Text | undefined, printed: string | undefined, say: Say): string {
  return known ? say(known) : (printed ?? '');
}

function details({ crash, windows }: DiagnosedCrash, say: Say): CrashReply['details'] {
  const rows = [
    [LABELS.windows, windows ? say(windows) : null],
    [LABELS.process, crash.process],
    [LABELS.symbol, crash.symbol],
    [LABELS.blamed, crash.image],
    [LABELS.bucket, crash.failureBucket],
  ] as const;
  return rows.flatMap(([name, value]) => (value === null ? [] : [{ name: say(name), value }]));
}

function evidenceReplies(
  { suspects, verdict }: DiagnosedCrash['judgement'],
  quote: ReturnType<typeof quoter>,
  say: Say,
): Pick<CrashReply, 'evidence' | 'considered'> {
  const reply = (evidence: Evidence): EvidenceReply => ({
    for: evidence.for,
    suspect: evidence.suspect,
    rule: evidence.rule,
    text: say(evidence.text),
    quotes: quote(evidence.lines),
  });
  const all = suspects.flatMap((suspect) => suspect.evidence.map(reply));
  if (verdict.culprit === 'unknown') return { evidence: all, considered: [] };
  const forAnother = (item: EvidenceReply) => item.for && item.suspect !== verdict.culprit;
  return { evidence: all.filter((item) => !forAnother(item)), considered: all.filter(forAnother) };
}

function whereInPaste(source: string | null, mentions: DiagnosedCrash['crash']['mentions'], say: Say): string {
  const ranges = mentions.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
  const single = mentions.length === 1 && mentions[0]?.[0] === mentions[0]?.[1];
  const of = source === null ? { en: '', zh: '' } : { en: ` of ${source}`, zh: `（${source}）` };
  return say({ en: `${single ? 'line' : 'lines'} ${ranges}${of.en}`, zh: `第 ${ranges} 行${of.zh}` });
}

function traceLine(trace: RuleTrace): string {
  return trace.end === 'lacked' ? `${trace.rule}: lacked ${trace.facts.join(', ')}` : `${trace.rule}: ${trace.end}`;
}
