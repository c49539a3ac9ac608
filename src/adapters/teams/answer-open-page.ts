import { z } from 'zod';
import type { Language, Text } from '../../language/text.ts';
import type { Target } from '../../ports/inbox.ts';
import type { OpenPage } from '../../ports/page.ts';
import type { IncomingActivity } from './incoming-activity.ts';
import { scopeOf } from './read-message.ts';
import { speakerOf } from './speaker.ts';

/** What Teams sends where a button asks for a dialog ("Use dialogs with bots" in its documentation). */
const Fetch = z.looseObject({
  data: z.looseObject({ open: z.literal('paste-page') }),
  context: z.looseObject({ theme: z.string().max(20).nullish() }).nullish(),
});

const TITLE: Text = { en: 'Paste debugger output', zh: '粘贴调试器输出' };
const NO_PAGE: Text = {
  en: 'The paste page is not set up here. Paste the output into the chat in parts, or attach a .txt file in a personal chat with me.',
  zh: '此处未配置粘贴页。请在聊天中分段粘贴输出，或在与我的个人聊天中附上 .txt 文件。',
};

/** The paste page as a dialog, for whoever pressed and where they pressed; null where another dialog is asked for. */
export async function answerOpenPage(
  activity: IncomingActivity,
  target: Target,
  language: Language,
  openPage: OpenPage | null,
): Promise<object | null> {
  const asked = Fetch.safeParse(activity.value).data;
  if (!asked) {
    return null;
  }
  if (openPage === null) {
    return { task: { type: 'message', value: NO_PAGE[language] } };
  }
  const holder = { ...speakerOf(activity), target, scope: scopeOf(activity) };
  const url = await openPage(holder, { language, theme: asked.context?.theme ?? null });
  const size = { height: 'large', width: 'large' };
  return { task: { type: 'continue', value: { title: TITLE[language], ...size, url, fallbackUrl: url } } };
}
