import type { MailKind } from '#src/cases/press.ts';
import { MAIL_OPTIONS, readMailAsked } from '../mail-asked.ts';
import type { Subject, Verb } from './verb.ts';

/** The mails that are written of a case. */
export const MAILS: Subject = {
  verbs: [
    { pattern: asked('(?:analysis )?(?:report|分析报告|报告)'), wish: mail('report') },
    { pattern: /^(?<said>英文|中文)(?:分析)?报告$/, wish: mail('report') },
    {
      pattern: asked(
        'draft(?: (?:a |the )?(?:follow[- ]?up|mail|reminder)){0,2}|follow[- ]?up mail|(?:草拟|起草|写)(?:跟进)?(?:邮件)?|跟进邮件',
      ),
      wish: mail('draft'),
    },
    {
      pattern: asked('collect(?: (?:the )?logs?)?|log request|收集(?:日志|信息)?|(?:日志|信息)收集(?:清单)?'),
      wish: mail('collect'),
    },
  ],
};

function asked(words: string): RegExp {
  return new RegExp(`^(?:${words})${MAIL_OPTIONS}$`, 'i');
}

function mail(kind: MailKind): Verb['wish'] {
  return (words) => ({ kind, asked: readMailAsked(words) });
}
