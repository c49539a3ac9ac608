import type { Case } from '../cases/case.ts';
import type { Text } from '../diagnosis/text.ts';
import type { CrashReply, EvidenceReply, Reply, StepReply } from '../reply/reply.ts';
import { type Block, code, heading, list, type Mail, paragraph } from './mail.ts';
import { mailSubject } from './mail-subject.ts';
import { MAIL_WORDS } from './mail-words.ts';

const MOST_CRASHES = 8;
const MOST_EVIDENCE = 6;
const MOST_QUOTES = 4;
const MOST_STEPS = 6;

/** The analysis of a case as a mail: what happened, who is accused and why, with the lines that say so, what to do. */
export function reportMail(it: Case, reply: Reply): Mail {
  const say = (text: Text) => text[reply.language];
  const crashes = reply.crashes.slice(-MOST_CRASHES);
  return {
    subject: mailSubject(it, say({ en: 'analysis', zh: '分析报告' })),
    blocks: [
      paragraph(say(MAIL_WORDS.hello)),
      paragraph(say(crashes.length > 0 ? MAIL_WORDS.intro : MAIL_WORDS.noDumps)),
      ...happened(crashes, say),
      ...concluded(reply, crashes, say),
      ...crashes.flatMap((crash) => evidence(crash, say)),
      ...steps([...reply.groups, ...crashes], say),
      ...needed(crashes, say),
      paragraph(say(MAIL_WORDS.regards)),
    ],
  };
}

type Say = (text: Text) => string;

function happened(crashes: readonly CrashReply[], say: Say): Block[] {
  if (crashes.length === 0) return [];
  const told = crashes.map(({ id, title, meaning }) => `${id}: ${title}${meaning ? `. ${meaning}` : ''}`);
  return [heading(say(MAIL_WORDS.happened)), ...list(told)];
}

function concluded({ groups }: Reply, crashes: readonly CrashReply[], say: Say): Block[] {
  if (crashes.length === 0) return [];
  const shared = groups.flatMap(({ verdict, reasons }) => [verdict, ...reasons]);
  const single = crashes.flatMap(({ id, title, verdict }) => [
    `${id} ${title}: ${verdict.sentence}`,
    ...(verdict.againstAnalyze ? [verdict.againstAnalyze] : []),
  ]);
  return [heading(say(MAIL_WORDS.concluded)), ...list([...shared, ...single])];
}

function evidence({ id, title, evidence: all }: CrashReply, say: Say): Block[] {
  const speaksFor = all.filter((item) => item.for).slice(0, MOST_EVIDENCE);
  const against = all.filter((item) => !item.for).slice(0, MOST_EVIDENCE);
  return [
    ...told(`${say(MAIL_WORDS.evidence)}: ${id} ${title}`, speaksFor),
    ...told(`${say(MAIL_WORDS.against)}: ${id} ${title}`, against),
  ];
}

function told(title: string, evidence: readonly EvidenceReply[]): Block[] {
  if (evidence.length === 0) return [];
  return [
    heading(title),
    ...evidence.flatMap(({ text, quotes }) => [
      paragraph(text),
      ...code(quotes.slice(0, MOST_QUOTES).map((quote) => quote.text)),
    ]),
  ];
}

/** What several crashes share comes first, and a step that several ask for is said once. */
function steps(all: readonly Pick<CrashReply, 'steps'>[], say: Say): Block[] {
  const distinct = new Map<string, StepReply>();
  for (const step of all.flatMap((each) => each.steps)) if (!distinct.has(step.title)) distinct.set(step.title, step);
  if (distinct.size === 0) return [];
  const shown = [...distinct.values()].slice(0, MOST_STEPS);
  return [
    heading(say(MAIL_WORDS.steps)),
    ...shown.flatMap((step, index) => [
      paragraph(`${index + 1}. ${step.title}. ${step.text} ${step.reason}`),
      ...code(step.commands),
      ...(step.undo.length > 0 ? [paragraph(say(MAIL_WORDS.undo)), ...code(step.undo)] : []),
    ]),
  ];
}

function needed(crashes: readonly CrashReply[], say: Say): Block[] {
  const commands = new Map<string, string>();
  for (const { command, why } of crashes.flatMap((crash) => crash.nextCommands)) commands.set(command, why);
  if (commands.size === 0) return [];
  const shown = [...commands].slice(0, MOST_STEPS);
  return [heading(say(MAIL_WORDS.needed)), ...list(shown.map(([command, why]) => `${command}: ${why}`))];
}
