import type { Case } from '../cases/case.ts';
import type { MailLength } from '../cases/press.ts';
import { sayIn } from '../language/say.ts';
import type { Language } from '../language/text.ts';
import { inNames } from '../reply/dump-names.ts';
import type { Findings } from '../reply/findings.ts';
import { forCustomers } from '../reply/for-customers.ts';
import type { Reply } from '../reply/reply.ts';
import { analysis } from './analysis.ts';
import { causeSentence, isPlainlyUnknown } from './cause-sentence.ts';
import { evidenceBlocks, strongest } from './evidence-blocks.ts';
import { type Block, list, type Mail, paragraph } from './mail.ts';
import { closing, mailSubject } from './mail-frame.ts';
import { MAIL_WORDS } from './mail-words.ts';
import { askedOf, isKnown, needed } from './needed.ts';
import { nextStep } from './next-step.ts';
import { stepBlocks, stepsOf } from './step-blocks.ts';
import { vendorBlocks } from './vendor-blocks.ts';

const MOST_CRASHES = 8;
const MOST_REASONS = 3;

/** The analysis of a case as a mail: the cause and the next step at once, then what to do, then why. */
export function reportMail(it: Case, found: Findings, length: MailLength, sender: string | null): Mail {
  const findings = { ...found, reply: newest(found.reply) };
  const { language } = findings.reply;
  return {
    subject: reportSubject(it, language),
    blocks: [
      ...beginning(findings),
      ...(length === 'short' ? inShort(findings) : inFull(findings)),
      ...closing(sender, sayIn(language)),
    ],
  };
}

export function reportSubject(it: Case, language: Language): string {
  return mailSubject(it, { en: 'analysis', zh: '分析报告' }[language]);
}

function newest(reply: Reply): Reply {
  return { ...reply, crashes: reply.crashes.slice(-MOST_CRASHES) };
}

function beginning(findings: Findings): Block[] {
  const { reply } = findings;
  const say = sayIn(reply.language);
  const next = nextStep(reply, stepsOf(reply), askedOf(findings));
  const between = say({ en: ' ', zh: '' });
  return [
    paragraph(say(MAIL_WORDS.hello)),
    paragraph([causeSentence(findings), ...(next === null ? [] : [next])].join(between)),
    ...whatHappened(findings).map(paragraph),
  ];
}

/** What went wrong, by the story of the verdict: of several crashes only where they have one cause. */
function whatHappened({ reply: { groups, crashes, language }, names }: Findings): string[] {
  const [group] = groups;
  const [only] = crashes;
  if (!group && only?.verdict.culprit === 'unknown' && !isPlainlyUnknown(only.verdict, language)) {
    // A program that stopped, a dump made on purpose: the first sentence says so.
    return [];
  }
  const story = group?.story ?? (crashes.length === 1 ? crashes[0]?.story : undefined) ?? [];
  const told = story.filter(({ part }) => part === 'what').map(({ text }) => text);
  return told.map((text) => forCustomers(inNames({ en: text, zh: text }, names)[language]));
}

function inFull(findings: Findings): Block[] {
  const { reply } = findings;
  return [
    ...stepBlocks(stepsOf(reply), findings, reply.language),
    // What would only make a verdict surer can wait; where nobody is named, it is what the mail is about.
    ...(isKnown(reply) ? [] : needed(askedOf(findings), findings)),
    ...analysis(findings),
    ...evidenceBlocks(findings),
    ...(isKnown(reply) ? needed(askedOf(findings), findings) : []),
    ...vendorBlocks(findings),
  ];
}

/** The strongest reasons, and the first step with its commands: what fits on a telephone. */
function inShort(findings: Findings): Block[] {
  const { reply } = findings;
  const say = sayIn(reply.language);
  const reasons = strongest(reply, MOST_REASONS);
  return [
    ...(reasons.length === 0 ? [] : [paragraph(say(MAIL_WORDS.because)), ...list(reasons)]),
    ...stepBlocks(stepsOf(reply).slice(0, 1), { records: [], vendorSteps: new Set() }, reply.language),
    ...(isKnown(reply) ? [] : needed(askedOf(findings), findings)),
  ];
}
