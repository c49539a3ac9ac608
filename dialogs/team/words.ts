import type { Text } from '#src/language/text.ts';

/** What is said about several cases at once. */

export const NOTHING_DUE: Text = { en: 'Nothing is due today.', zh: '今天没有到期的案例。' };

export const NO_SUCH_CASES: Text = {
  en: 'None of these cases is here. "cases" lists the open ones.',
  zh: '本会话中没有这些案例。发送“案例列表”查看。',
};

export const WHICH_MONTH: Text = {
  en: 'Which month? For example: statistics 2026-11, statistics last month',
  zh: '哪个月？例如：统计 2026-11、上月统计',
};
