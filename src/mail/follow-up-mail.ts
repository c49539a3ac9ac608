import type { Case } from '../cases/case.ts';
import { sayIn } from '../language/say.ts';
import type { Language, Text } from '../language/text.ts';
import { type Mail, paragraph } from './mail.ts';
import { closing, mailSubject } from './mail-frame.ts';
import { MAIL_WORDS } from './mail-words.ts';

/** Days of silence after which the mail says what comes next. */
const LONG = 10;

/** A short polite reminder to whoever the case waits for; `days` is how long it has waited. */
export function followUpMail(it: Case, days: number, language: Language, sender: string | null): Mail {
  const say = sayIn(language);
  return {
    subject: mailSubject(it, say({ en: 'following up', zh: '跟进' })),
    blocks: [...[MAIL_WORDS.hello, ...asked(it, days)].map((text) => paragraph(say(text))), ...closing(sender, say)],
  };
}

function asked(it: Case, days: number): Text[] {
  if (it.waiting.for === 'us') {
    return [ourTurn(it), SOLVED];
  }
  if (it.waiting.for === 'vendor') {
    return [vendorsTurn(it, days)];
  }
  return [customersTurn(it, days), days >= LONG ? ARCHIVING : SOLVED];
}

function since(days: number): Text {
  return { en: days > 1 ? ` for ${days} days` : '', zh: days > 1 ? `，至今已 ${days} 天` : '' };
}

function vendorsTurn({ title }: Case, days: number): Text {
  const { en, zh } = since(days);
  return {
    en: `I am following up on "${title}", which has been waiting for your analysis${en}. Is there any news, or anything more that you need from our side?`,
    zh: `就“${title}”一案向您跟进：我们正在等待贵方的分析结果${zh}。请问目前是否有进展？是否还需要我们提供其他信息？`,
  };
}

function customersTurn({ title }: Case, days: number): Text {
  const { en, zh } = since(days);
  return {
    en: `I am following up on "${title}", which has been waiting for your feedback${en}. Have you been able to try our suggestions, or to collect what we asked for? If you need help with it, please let me know.`,
    zh: `就“${title}”一案向您跟进：我们正在等待您的反馈${zh}。请问此前建议的操作是否已经尝试，所需的信息是否已经收集？如需协助，请随时告知。`,
  };
}

function ourTurn({ title }: Case): Text {
  return {
    en: `A short update on "${title}": the analysis is in our hands and goes on. I will write again as soon as there is a result.`,
    zh: `就“${title}”一案向您更新进展：目前由我们继续分析，一有结果会第一时间与您联系。`,
  };
}

const SOLVED: Text = {
  en: 'If the problem is solved in the meantime, a short word is enough; the case can be reopened at any time.',
  zh: '如果问题已经解决，烦请简单回复告知；之后如有需要，可随时重新打开本案例。',
};
const ARCHIVING: Text = {
  en: 'If there is nothing to do at the moment, I will archive the case for now. A short word is enough to reopen it, at any time.',
  zh: '如果目前暂无进展，我将先临时归档本案例；之后如需协助，请随时告知，我会重新打开案例继续跟进。',
};
