/** How a mail is wanted; a null language is that of the case. */
export interface MailAsked {
  readonly language: 'en' | 'zh' | null;
  readonly form: 'plain' | 'markdown' | 'file';
}

const WORD =
  '(?:in |as |as a |a |用|以)?(?:en|zh|english|chinese|英文|英语|中文|汉语|markdown|md|plain text|text|file|文件|文本)';

/** What may follow `report 3`, for patterns: up to three words, each of them optional. */
export const MAIL_OPTIONS = `(?<said>(?:[ ,，、]{0,2}${WORD}){0,3})`;

export function readMailAsked(words: string): MailAsked {
  const language = /zh|chinese|中文|汉语/i.test(words) ? 'zh' : /en|英/i.test(words) ? 'en' : null;
  if (/file|文件/i.test(words)) {
    return { language, form: 'file' };
  }
  return { language, form: /markdown|md/i.test(words) ? 'markdown' : 'plain' };
}
