import type { AdaptiveCard } from '#src/cards/adaptive-card.ts';
import { daysBetween } from '#src/cards/case-view.ts';
import { type MailOnCard, mailCard } from '#src/cards/mail-card.ts';
import type { Case } from '#src/cases/case.ts';
import type { MailKind } from '#src/cases/press.ts';
import { localTime } from '#src/follow-ups/local-time.ts';
import type { Reminded } from '#src/follow-ups/next-follow-up.ts';
import { languageOf } from '#src/language/language-of.ts';
import type { Language } from '#src/language/text.ts';
import { caseRecord } from '#src/mail/case-record.ts';
import { collectMail } from '#src/mail/collect-mail.ts';
import { followUpMail } from '#src/mail/follow-up-mail.ts';
import type { Mail } from '#src/mail/mail.ts';
import { mailAsMarkdown } from '#src/mail/markdown.ts';
import { pastReportMail } from '#src/mail/past-report-mail.ts';
import { mailAsPlainText } from '#src/mail/plain-text.ts';
import { reportMail } from '#src/mail/report-mail.ts';
import { statusMail } from '#src/mail/status-mail.ts';
import type { Answer } from '#src/ports/answer.ts';
import { findingsOf } from '#src/reply/findings.ts';
import type { Actor } from '../actor.ts';
import type { Tools } from '../dialog.ts';
import type { MailAsked } from '../hearing/mail-asked.ts';
import { calendarFor } from './case-calendar.ts';
import { caseReply } from './case-reply.ts';
import { cardAnswer } from './case-view.ts';
import { logsOf } from './logs-of.ts';
import { readCase } from './read-case.ts';

/** The mail to copy, on a card, which keeps its lines. */
export async function mailAnswer(
  kind: MailKind,
  asked: MailAsked,
  reminded: Reminded,
  actor: Actor,
  tools: Tools,
): Promise<Answer> {
  return cardAnswer(await mailOnCard(kind, asked, reminded, actor, tools));
}

export async function writeMailText(
  kind: MailKind,
  asked: MailAsked,
  reminded: Reminded,
  actor: Actor,
  tools: Tools,
): Promise<string> {
  return textOf((await writeMail(kind, asked, reminded, actor, tools)).mail, asked);
}

function textOf(mail: Mail, { form }: MailAsked): string {
  return form === 'markdown' ? mailAsMarkdown(mail) : mailAsPlainText(mail);
}

/** The mail on a card, for whoever pressed a button. */
export async function mailOnCard(
  kind: MailKind,
  asked: MailAsked,
  reminded: Reminded,
  actor: Actor,
  tools: Tools,
  more: Pick<MailOnCard, 'from' | 'part'> = {},
): Promise<AdaptiveCard> {
  const written = await writeMail(kind, asked, reminded, actor, tools);
  return mailCard({ ...onCard(kind, asked, reminded, written), ...more }, actor.language);
}

interface Written {
  readonly mail: Mail;
  readonly language: Language;
}

function onCard(
  kind: MailKind,
  asked: MailAsked,
  { case: { number } }: Reminded,
  { mail, language }: Written,
): MailOnCard {
  const form = asked.form === 'markdown' ? { form: asked.form } : {};
  return {
    kind,
    case: number,
    subject: mail.subject,
    text: textOf(mail, asked),
    language,
    length: asked.length,
    ...form,
  };
}

/** In the language that was asked for, else in that of the case. */
async function writeMail(
  kind: MailKind,
  { language: asked, length }: MailAsked,
  { case: it }: Reminded,
  actor: Actor,
  tools: Tools,
): Promise<Written> {
  const stored = await tools.cases.pastes(actor.place, it.pastes);
  const said = [it.title, ...stored.map(({ text }) => text)].join('\n');
  const language = asked ?? languageOf(said, actor.language);
  const sender = actor.author.name || null;
  const readFindings = async () => {
    const { diagnosis, pastes } = await readCase(it, stored, tools);
    return findingsOf(diagnosis, caseReply(diagnosis, pastes, language), tools.knowledge);
  };
  const write = async (what: MailKind): Promise<Mail> => {
    switch (what) {
      case 'draft':
        return followUpMail(it, daysBetween(it.waiting.since, actor.now), language, sender);
      case 'collect':
        return collectMail(it, await logsOf(it, stored, tools), language, sender);
      case 'archive':
      case 'close':
      case 'reopen':
        return statusMail(what, it, language, sender);
      case 'report':
        if (stored.length === 0 && it.summary.crashes.length > 0) {
          return pastReportMail(it, language, sender);
        }
        return reportMail(it, await readFindings(), length, sender);
      case 'record': {
        const mails = await Promise.all(mailsOf(it).map(write));
        const { zone } = calendarFor(it, actor.calendar);
        return caseRecord(it, mails, (instant) => localTime(instant, zone), language);
      }
    }
  };
  return { mail: await write(kind), language };
}

/** The mails that a case may need as it stands. */
function mailsOf({ status, summary }: Case): MailKind[] {
  const about = ({ open: 'draft', archived: 'archive', closed: 'close' } as const)[status];
  return summary.crashes.length === 0 ? [about] : ['report', about, 'collect'];
}
