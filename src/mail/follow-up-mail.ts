import type { Case } from '../cases/case.ts';
import type { Language, Text } from '../diagnosis/text.ts';
import { type Mail, paragraph } from './mail.ts';
import { mailSubject } from './mail-subject.ts';
import { MAIL_WORDS } from './mail-words.ts';

/** A short polite reminder to whoever the case waits for; `days` is how long it has waited. */
export function followUpMail(it: Case, days: number, language: Language): Mail {
  const say = (text: Text) => text[language];
  const asked = it.waiting.for === 'us' ? ourTurn(it) : theirTurn(it, days);
  return {
    subject: mailSubject(it, say({ en: 'following up', zh: '跟进' })),
    blocks: [MAIL_WORDS.hello, asked, REOPEN, MAIL_WORDS.regards].map((text) => paragraph(say(text))),
  };
}

function theirTurn({ title, waiting }: Case, days: number): Text {
  const since = { en: days > 1 ? ` for ${days} days` : '', zh: days > 1 ? `已 ${days} 天` : '' };
  if (waiting.for === 'vendor') {
    return {
      en: `I am following up on "${title}", which has been waiting for your analysis${since.en}. Is there any news, or anything more that you need from our side?`,
      zh: `就“${title}”一事向您跟进，我们等待贵方的分析${since.zh}。请问是否有进展？是否还需要我们提供其他信息？`,
    };
  }
  return {
    en: `I am following up on "${title}", which has been waiting for your feedback${since.en}. Have you been able to try our suggestions, or to collect what we asked for? If you need help with it, please let me know.`,
    zh: `就“${title}”一事向您跟进，我们等待您的反馈${since.zh}。请问建议的操作是否已尝试，所需的信息是否已收集？如需协助，请随时告知。`,
  };
}

function ourTurn({ title }: Case): Text {
  return {
    en: `A short update on "${title}": the analysis is in our hands and goes on. I will write again as soon as there is a result.`,
    zh: `就“${title}”一事向您更新：目前由我们继续分析，有结果后会第一时间与您联系。`,
  };
}

const REOPEN: Text = {
  en: 'If the problem is solved in the meantime, a short word is enough; the case can be reopened at any time.',
  zh: '如果问题已经解决，也请简单回复告知；之后可随时重新打开本案例。',
};
