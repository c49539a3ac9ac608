import { ActivityTypes, type TurnContext } from 'botbuilder';
import { z } from 'zod';
import { languageOfLocale } from '../../language/language-of.ts';
import type { Language, Text } from '../../language/text.ts';
import type { Act, Pressed } from '../../ports/act.ts';
import type { Target } from '../../ports/inbox.ts';
import type { OpenPage } from '../../ports/page.ts';
import type { Rate } from '../../ports/tellings.ts';
import { answerConsent, type ConsentTools } from './answer-consent.ts';
import { answerMessageAction, type MessageActionTools } from './answer-message-action.ts';
import { answerOpenPage } from './answer-open-page.ts';
import type { IncomingActivity } from './incoming-activity.ts';
import { speakerOf } from './speaker.ts';

export interface InvokeTools extends ConsentTools, MessageActionTools {
  readonly act: Act;
  readonly rate: Rate;
  /** Null where there is no paste page. */
  readonly openPage: OpenPage | null;
}

/** All that is asked of a turn's context. */
type Sending = Pick<TurnContext, 'sendActivity'>;

const BUTTON_UNKNOWN: Text = {
  en: 'This button is not known any more. Ask for the card again.',
  zh: '此按钮已失效。请重新获取卡片。',
};

/** What Teams sends when a button of type Action.Execute is pressed (public "Universal Actions" documentation). */
const CardAction = z.looseObject({
  action: z.looseObject({ verb: z.string().max(100), data: z.record(z.string(), z.unknown()).nullish() }),
});

/**
 * Answers an invoke within its own HTTP turn: Teams shows an error to the user unless it is taken. Other invokes than
 * buttons of ours, files that we offered, messages pointed at, the paste page, opened or closed, and the thumbs below an
 * answer are left alone.
 */
export async function answerInvoke(
  context: Sending,
  activity: IncomingActivity,
  target: Target,
  tools: InvokeTools,
): Promise<void> {
  if (activity.name === 'message/submitAction') {
    await keepRating(activity, target, tools);
    return respond(context, {});
  }
  if (activity.name === 'fileConsent/invoke') {
    await answerConsent(context, activity.value, pressedOf(activity, target, null), tools);
    return respond(context, {});
  }
  if (activity.name === 'composeExtension/fetchTask') {
    const shown = await answerMessageAction(activity.value, languageFor(activity), target, tools);
    return shown ? respond(context, shown) : undefined;
  }
  if (activity.name === 'task/fetch') {
    const shown = await answerOpenPage(activity, target, languageFor(activity), tools.openPage);
    tools.log.info('page.opened', { isKnown: shown !== null });
    return shown ? respond(context, shown) : undefined;
  }
  if (activity.name === 'task/submit') {
    // The page closed itself: what was pasted is taken already, and an empty body asks Teams for nothing more.
    return respond(context, {});
  }
  if (activity.name !== 'adaptiveCard/action') {
    return;
  }
  const { act, log } = tools;
  const { action } = CardAction.safeParse(activity.value).data ?? {};
  const card = action ? await act(pressedOf(activity, target, { ...action.data, verb: action.verb })) : null;
  log.info('card.pressed', { verb: action?.verb ?? null, isKnown: card !== null });
  if (card) {
    return respond(context, { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card });
  }
  const value = { code: 'BadRequest', message: BUTTON_UNKNOWN[languageFor(activity)] };
  return respond(context, { statusCode: 400, type: 'application/vnd.microsoft.error', value });
}

/** The thumbs below an answer ("Bot messages with AI-generated content" in the Teams documentation): the text of it is JSON within JSON. */
const Feedback = z.looseObject({
  actionName: z.literal('feedback'),
  actionValue: z.looseObject({ reaction: z.enum(['like', 'dislike']), feedback: z.string().max(20_000).nullish() }),
});

async function keepRating(activity: IncomingActivity, target: Target, { rate, log }: InvokeTools): Promise<void> {
  const given = Feedback.safeParse(activity.value).data?.actionValue;
  if (!given || !activity.replyToId) {
    return;
  }
  const { reaction, feedback } = given;
  const author = speakerOf(activity).author.id;
  const rating = { message: activity.replyToId, author, isLiked: reaction === 'like', said: saidIn(feedback ?? '') };
  log.info('words.rated', { reaction, isKnown: await rate(target, rating) });
}

function saidIn(feedback: string): string | null {
  try {
    const said = (JSON.parse(feedback) as { readonly feedbackText?: unknown } | null)?.feedbackText;
    return typeof said === 'string' && said.trim() !== '' ? said.trim() : null;
  } catch {
    return null;
  }
}

async function respond(context: Sending, body: object): Promise<void> {
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body } });
}

function pressedOf(activity: IncomingActivity, target: Target, data: unknown): Pressed {
  const { author, timeZone } = speakerOf(activity);
  return {
    id: activity.id ?? `${activity.timestamp}`,
    target,
    author,
    language: languageFor(activity),
    ...(timeZone ? { timeZone } : {}),
    data,
  };
}

function languageFor(activity: IncomingActivity): Language {
  return languageOfLocale(speakerOf(activity).locale);
}
