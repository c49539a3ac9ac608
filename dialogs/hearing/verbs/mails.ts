import type { MailKind } from '#src/cases/press.ts';
import { MAIL_OPTIONS, readMailAsked } from '../mail-asked.ts';
import type { Subject, Verb } from './verb.ts';

/** The mails that are written of a case. */
export const MAILS: Subject = {
  // What follows "close" is the outcome, whatever it is: so the mail about it is asked for before.
  free: [{ pattern: about('clos(?:e|ing)', '关闭|结案'), wish: mail('close') }],
  verbs: [
    {
      pattern: asked('(?:analysis )?(?:report|(?:(?:写|出|生成)(?:一份|一个|份|个)?)?(?:分析)?报告)'),
      wish: mail('report'),
    },
    {
      pattern: new RegExp(`^(?<said>(?:英文|中文|简短|简版|简要|完整|详细|的){1,4}(?:分析)?报告${MAIL_OPTIONS})$`, 'i'),
      wish: mail('report'),
    },
    {
      pattern: new RegExp(`^(?<said>(?:short|brief|full) (?:analysis )?report${MAIL_OPTIONS})$`, 'i'),
      wish: mail('report'),
    },
    {
      pattern: asked(
        'draft(?: (?:a |the )?(?:follow[- ]?up|mail|reminder)){0,2}|follow[- ]?up mail|(?:草拟|起草|写)(?:跟进)?(?:邮件)?|(?:草拟|起草|写)(?:一封|封|个)(?:跟进)?邮件|跟进邮件',
      ),
      wish: mail('draft'),
    },
    {
      pattern: asked(
        'collect(?: (?:the )?logs?)?|log request|(?:what|which) (?:logs?|data|files?) (?:do|should|shall) (?:we|i|they) (?:need|collect|send|ask for)[?？]?|' +
          '收集(?:日志|信息)?|(?:日志|信息)收集(?:清单)?|(?:需要|要|该)?(?:收集|抓|提供)?(?:哪些|什么)(?:日志|信息|数据|资料)[?？]?',
      ),
      wish: mail('collect'),
    },
    {
      pattern: asked('export|(?:full )?record|(?:导出|输出)来?(?:案例)?(?:记录|全部)?|(?:完整|案例)记录'),
      wish: mail('record'),
    },
    { pattern: about('archiv(?:e|ing)', '(?:临时)?归档'), wish: mail('archive') },
    { pattern: about('re-?open(?:ing)?', '重新打开|重开'), wish: mail('reopen') },
  ],
};

function asked(words: string): RegExp {
  return new RegExp(`^(?:${words})(?<said>${MAIL_OPTIONS})$`, 'i');
}

/** With the word "mail" only: without it the thing itself is wished, not a mail about it. */
function about(english: string, chinese: string): RegExp {
  return asked(`(?:draft (?:an? |the )?)?(?:${english}) (?:e-?)?mail|(?:草拟|起草|写)?(?:${chinese}) ?(?:邮件|通知)`);
}

function mail(kind: MailKind): Verb['wish'] {
  return (words) => ({ kind, asked: readMailAsked(words) });
}
