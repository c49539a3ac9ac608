import { caseCard } from '#src/cards/case-card.ts';
import { mailCard } from '#src/cards/mail-card.ts';
import { verdictCard } from '#src/cards/verdict-card.ts';
import { summarise } from '#src/cases/dump-summary.ts';
import { whatToCollect } from '#src/diagnosis/collecting/what-to-collect.ts';
import type { Diagnosis } from '#src/diagnosis/diagnosis.ts';
import { loadKnowledge } from '#src/diagnosis/knowledge/load.ts';
import type { Language } from '#src/language/text.ts';
import { collectMail } from '#src/mail/collect-mail.ts';
import { mailAsMarkdown } from '#src/mail/markdown.ts';
import { mailAsPlainText } from '#src/mail/plain-text.ts';
import { reportMail } from '#src/mail/report-mail.ts';
import { buildReply } from '#src/reply/build-reply.ts';
import { findingsOf } from '#src/reply/findings.ts';
import { toReport } from '#src/report/to-report.ts';
import { writeJson } from '#src/report/write-json.ts';
import { drawReply } from '#src/terminal/draw-reply.ts';
import { aCase, after } from '../follow-ups/a-case.ts';

const AT = '2026-11-30T08:00:00.000Z';
const KNOWLEDGE = loadKnowledge();
const same = (text: string) => text;
const SCREEN = { width: 100, paint: { heading: same, strong: same, dim: same, code: same } };

/** Everything that is ever shown of a diagnosis, drawn by the real parts. */
export interface Outputs {
  readonly cards: readonly object[];
  readonly markdown: readonly string[];
  readonly terminal: readonly string[];
  readonly json: string;
  readonly commands: readonly string[];
}

export function outputsOf(diagnosis: Diagnosis, text: string, language: Language): Outputs {
  const reply = buildReply(diagnosis, [{ source: null, text }], language);
  const summary = summarise(diagnosis);
  const it = after(aCase(3, 'B', AT), { kind: 'dump-added', paste: 'p', summary }, AT);
  const findings = findingsOf(diagnosis, reply, KNOWLEDGE);
  const mails = [
    reportMail(it, findings, 'full', 'Wei'),
    reportMail(it, findings, 'short', 'Wei'),
    collectMail(it, { parts: whatToCollect([], KNOWLEDGE), suspects: suspectsOf(diagnosis) }, language, 'Wei'),
  ];
  const view = { case: it, nextFollowUp: null, isReminded: true, zone: 'UTC', now: AT };
  const { card, short } = verdictCard(reply);
  const plain = mails.map(mailAsPlainText);
  return {
    cards: [
      card,
      short,
      caseCard(view, language),
      ...mails.map(({ subject }, at) =>
        mailCard({ kind: 'report', case: 3, subject, text: plain[at] ?? '', language, length: 'full' }, language),
      ),
    ],
    markdown: mails.map(mailAsMarkdown),
    terminal: [drawReply(reply, SCREEN), ...plain, reply.summary],
    json: writeJson(toReport(diagnosis, language), 2),
    commands: commandsIn(diagnosis),
  };
}

function suspectsOf({ crashes }: Diagnosis): string[] {
  return crashes.map(({ judgement }) => judgement.verdict.culprit);
}

function commandsIn({ crashes }: Diagnosis): string[] {
  return crashes.flatMap(({ judgement: { recommendations, nextCommands } }) => [
    ...recommendations.flatMap(({ commands, undo }) => [...commands, ...undo]),
    ...nextCommands.map(({ command }) => command),
  ]);
}
