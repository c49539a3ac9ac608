import type { MailLength } from '#src/cases/press.ts';
import type { Language } from '#src/language/text.ts';

/** How a mail is wanted; a null language is that of the case. */
export interface MailAsked {
  readonly language: Language | null;
  readonly form: 'plain' | 'markdown' | 'file';
  readonly length: MailLength;
}

const WORD =
  '(?:in |as |as a |a |用|以)?(?:en|zh|english|chinese|英文|英语|中文|汉语|markdown|md|plain text|text|file|文件|文本|' +
  'short|brief|full|简短|简版|简要|精简|完整|详细)(?:版|的)?';

/** What may follow `report 3`, for patterns: up to four words, each of them optional. */
export const MAIL_OPTIONS = `(?:[ ,，、]{0,2}${WORD}){0,4}`;

export function readMailAsked(words: string): MailAsked {
  const language = /zh|chinese|中文|汉语/i.test(words) ? 'zh' : /en|英/i.test(words) ? 'en' : null;
  const length = /short|brief|简/i.test(words) ? 'short' : 'full';
  if (/file|文件/i.test(words)) {
    return { language, form: 'file', length };
  }
  return { language, form: /markdown|md/i.test(words) ? 'markdown' : 'plain', length };
}
