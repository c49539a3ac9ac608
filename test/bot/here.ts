import type { Bot } from '#src/bot.ts';
import type { Language } from '#src/language/text.ts';
import type { Saying } from '#src/ports/transcript.ts';
import type { Json } from './an-activity.ts';

/** What was said on the page of a bot of this machine, behind that saying. */
export async function heard({ port }: Pick<Bot, 'port'>, after = 0): Promise<readonly Saying[]> {
  const answer = await fetch(`http://127.0.0.1:${port}/page/heard?after=${after}`);
  return ((await answer.json()) as { sayings: readonly Saying[] }).sayings;
}

/** Asks something of the page. */
export function postHere({ port }: Pick<Bot, 'port'>, path: string, body: object): Promise<Response> {
  return fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** Says something on the page and waits for what is said back. */
export async function sayHere(bot: Bot, text: string, language: Language = 'en', more: Json = {}): Promise<Saying> {
  const last = (await heard(bot)).at(-1)?.id ?? 0;
  const taken = await postHere(bot, '/page/say', { text, files: [], language, ...more });
  if (taken.status !== 200) {
    throw new Error(`The page answered ${taken.status}.`);
  }
  return answerAfter(bot, last);
}

export async function answerAfter(bot: Bot, last: number): Promise<Saying> {
  const found = (await heard(bot, last)).find(({ what }) => what.kind !== 'written');
  return found ?? answerAfter(bot, last);
}
