import type { Case } from '../cases/case.ts';
import { COLON } from '../language/joined.ts';
import { type Say, sayIn } from '../language/say.ts';
import type { Language, Text } from '../language/text.ts';
import type { CrashReply, EvidenceReply, GroupReply, Reply, StepReply } from '../reply/reply.ts';
import { culpritName } from '../reply/words.ts';
import { type Block, code, heading, list, type Mail, paragraph } from './mail.ts';
import { closing, mailSubject } from './mail-frame.ts';
import { analysed, MAIL_WORDS, sharesCause } from './mail-words.ts';

const MOST_CRASHES = 8;
const MOST_EVIDENCE = 6;
const MOST_QUOTES = 4;
const MOST_STEPS = 6;

/** The analysis of a case as a mail: what happened, who is accused and why, with the lines that say so, what to do. */
export function reportMail(it: Case, reply: Reply, sender: string | null): Mail {
  const { language, groups } = reply;
  const say = sayIn(language);
  const crashes = reply.crashes.slice(-MOST_CRASHES);
  return {
    subject: reportSubject(it, language),
    blocks: [
      paragraph(say(MAIL_WORDS.hello)),
      paragraph(say(crashes.length > 0 ? analysed(crashes.map(({ id }) => id)) : MAIL_WORDS.noDumps)),
      ...happened(crashes, say),
      ...concluded(groups, crashes, say),
      ...crashes.flatMap((crash) => evidence(crash, say)),
      ...crashes.flatMap((crash) => others(crash, say)),
      ...steps([...groups, ...crashes], language),
      ...needed(crashes, say),
      ...closing(sender, say),
    ],
  };
}

export function reportSubject(it: Case, language: Language): string {
  return mailSubject(it, { en: 'analysis', zh: '分析报告' }[language]);
}

function happened(crashes: readonly CrashReply[], say: Say): Block[] {
  if (crashes.length === 0) {
    return [];
  }
  const stop = say({ en: '. ', zh: '。' });
  const told = crashes.map(
    ({ id, title, meaning }) => `${id}${say(COLON)}${title}${meaning ? `${stop}${meaning}` : ''}`,
  );
  return [heading(say(MAIL_WORDS.happened)), ...list(told)];
}

function concluded(groups: readonly GroupReply[], crashes: readonly CrashReply[], say: Say): Block[] {
  if (crashes.length === 0) {
    return [];
  }
  const shared = groups.flatMap(({ verdict, reasons }) => [verdict, ...reasons]);
  const single = crashes.flatMap((crash) => [
    `${crash.id} ${crash.title}${say(COLON)}${verdictOf(crash, groups, say)}`,
    ...(crash.verdict.againstAnalyze ? [crash.verdict.againstAnalyze] : []),
  ]);
  return [heading(say(MAIL_WORDS.concluded)), ...list([...shared, ...single])];
}

/** "Nobody is accused" below an accusation that holds for this dump too would only confuse. */
function verdictOf({ id, verdict }: CrashReply, groups: readonly GroupReply[], say: Say): string {
  const group = groups.find(({ crashes, culprit }) => culprit !== 'unknown' && crashes.includes(id));
  if (verdict.culprit !== 'unknown' || !group) {
    return verdict.sentence;
  }
  return say(sharesCause(group.crashes.filter((other) => other !== id)));
}

/** For the culprit and against it. */
function evidence({ id, title, verdict: { culprit }, evidence: all }: CrashReply, say: Say): Block[] {
  const about = `${say(COLON)}${id} ${title}`;
  const speaksFor = all.filter((item) => item.for);
  const against = all.filter((item) => !item.for && item.suspect === culprit);
  return [
    ...told(`${say(MAIL_WORDS.evidence)}${about}`, speaksFor, culprit, say),
    ...told(`${say(MAIL_WORDS.against)}${about}`, against, culprit, say),
  ];
}

/** What speaks against everybody else: they are named. */
function others({ id, title, verdict: { culprit }, evidence: all }: CrashReply, say: Say): Block[] {
  const items = all.filter((item) => !item.for && item.suspect !== culprit);
  return told(`${say(MAIL_WORDS.others)}${say(COLON)}${id} ${title}`, items, culprit, say);
}

function told(title: string, evidence: readonly EvidenceReply[], culprit: string, say: Say): Block[] {
  if (evidence.length === 0) {
    return [];
  }
  return [
    heading(title),
    ...evidence
      .slice(0, MOST_EVIDENCE)
      .flatMap(({ suspect, text, quotes }) => [
        paragraph(suspect === culprit ? text : `${nameOf(suspect, say)}${say(COLON)}${text}`),
        ...code(quotes.slice(0, MOST_QUOTES).map((quote) => quote.text)),
      ]),
  ];
}

/** At the beginning of a sentence. */
function nameOf(suspect: string, say: Say): string {
  return say(culpritName(suspect)).replace(/^the /, 'The ');
}

/** What several crashes share comes first, and a step that several ask for is said once. */
function steps(all: readonly Pick<CrashReply, 'steps'>[], language: Language): Block[] {
  const distinct = new Map<string, StepReply>();
  for (const step of all.flatMap((each) => each.steps)) {
    if (!distinct.has(step.title)) {
      distinct.set(step.title, step);
    }
  }
  if (distinct.size === 0) {
    return [];
  }
  const shown = [...distinct.values()].slice(0, MOST_STEPS);
  return [
    heading(MAIL_WORDS.steps[language]),
    ...shown.flatMap((step, index) => [
      paragraph(stepText(step, index + 1)[language]),
      ...code(step.commands),
      ...(step.undo.length > 0 ? [paragraph(MAIL_WORDS.undo[language]), ...code(step.undo)] : []),
    ]),
  ];
}

function stepText({ title, text, reason }: StepReply, number: number): Text {
  return { en: `${number}. ${title}. ${text} ${reason}`, zh: `${number}. ${title}：${text}${reason}` };
}

/** Commands only: why they help is for those who sit at the debugger. */
function needed(crashes: readonly CrashReply[], say: Say): Block[] {
  const asked = crashes.filter(({ nextCommands }) => nextCommands.length > 0);
  if (asked.length === 0) {
    return [];
  }
  return [
    heading(say(MAIL_WORDS.needed)),
    paragraph(say(MAIL_WORDS.commands)),
    ...asked.flatMap(({ id, title, nextCommands }) => [
      paragraph(`${id} ${title}`),
      ...code(nextCommands.slice(0, MOST_STEPS).map(({ command }) => command)),
    ]),
  ];
}
