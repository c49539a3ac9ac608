import type { Case } from '../cases/case.ts';
import { sayIn } from '../language/say.ts';
import type { Language, Text } from '../language/text.ts';
import { type Mail, paragraph } from './mail.ts';
import { closing, mailSubject } from './mail-frame.ts';
import { MAIL_WORDS } from './mail-words.ts';

/** The mails that tell the customer what becomes of the case: put aside, ended, taken up again. */
export type StatusMail = 'archive' | 'close' | 'reopen';

/** What is said depends on how the case stands: what is done already is not announced. */
export function statusMail(kind: StatusMail, it: Case, language: Language, sender: string | null): Mail {
  const say = sayIn(language);
  const texts = { archive: archiving, close: closingCase, reopen: reopening }[kind](it);
  return {
    subject: mailSubject(it, say(SUBJECTS[kind])),
    blocks: [...[MAIL_WORDS.hello, ...texts].map((text) => paragraph(say(text))), ...closing(sender, say)],
  };
}

const SUBJECTS: Readonly<Record<StatusMail, Text>> = {
  archive: { en: 'case archived for now', zh: '案例临时归档' },
  close: { en: 'case closed', zh: '案例关闭' },
  reopen: { en: 'case reopened', zh: '案例重新打开' },
};

function archiving({ title, status }: Case): Text[] {
  const did =
    status === 'archived'
      ? {
          en: `As there is nothing to do on "${title}" at the moment, I have archived the case for now.`,
          zh: `“${title}”一案目前没有需要继续处理的事项，我已将本案例临时归档。`,
        }
      : {
          en: `As there is nothing to do on "${title}" at the moment, I will archive the case for now.`,
          zh: `“${title}”一案目前没有需要继续处理的事项，接下来我将临时归档本案例。`,
        };
  return [
    did,
    {
      en: 'Nothing of it is lost. If the problem comes back, or if you have further questions, please write to me at any time: I will reopen the case and go on from where we are.',
      zh: '案例中的记录都会保留。如果问题再次出现，或者您还有其他疑问，欢迎随时与我联系，我会重新打开案例继续为您跟进。',
    },
    { en: 'Thank you for your help so far.', zh: '感谢您一直以来的配合。' },
  ];
}

function closingCase({ title, status, outcome }: Case): Text[] {
  const did =
    status === 'closed'
      ? { en: `I have closed the case "${title}".`, zh: `“${title}”一案现已关闭。` }
      : { en: `I am about to close the case "${title}".`, zh: `我将关闭“${title}”一案。` };
  return [
    outcome === null
      ? did
      : { en: `${did.en} Result: ${ended(outcome, '.')}`, zh: `${did.zh}处理结果：${ended(outcome, '。')}` },
    {
      en: 'If the problem comes back, please send me the new dump and let me know when it happened: I will reopen the case.',
      zh: '如果问题再次出现，请提供新的转储文件并告知发生时间，我会重新打开案例继续跟进。',
    },
    { en: 'Thank you for working on this with me.', zh: '感谢您的支持与配合。' },
  ];
}

/** What somebody typed may end with a full stop of its own. */
function ended(text: string, stop: string): string {
  return `${text.trim().replace(/[.。]$/, '')}${stop}`;
}

function reopening({ title, status }: Case): Text[] {
  const did =
    status === 'open'
      ? {
          en: `I have reopened the case "${title}" and will go on with the analysis.`,
          zh: `我已重新打开“${title}”一案，将继续跟进分析。`,
        }
      : {
          en: `I am about to reopen the case "${title}" and to go on with the analysis.`,
          zh: `我将重新打开“${title}”一案，继续跟进分析。`,
        };
  return [
    did,
    {
      en: 'To begin with, please let me know when the problem happened again, on which machine, and what has been changed since we last spoke (drivers, updates, our suggestions). If there is a new dump, please copy it before the machine crashes again.',
      zh: '请先告知：问题再次发生的时间、发生在哪台机器上，以及上次沟通之后做过哪些更改（驱动、系统更新、此前建议的操作）。如有新的转储文件，请在机器再次崩溃之前复制保存。',
    },
  ];
}
