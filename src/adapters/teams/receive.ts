import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder';
import type { Request, Response } from 'restify';
import type { Inbox } from '../../ports/inbox.ts';
import type { Log } from '../../ports/log.ts';
import { activityKey, tenantOf } from './activity-key.ts';
import { answerInvoke, type InvokeTools } from './answer-invoke.ts';
import type { BotAdapter, TurnEnd } from './cloud-adapter.ts';
import { IncomingActivity } from './incoming-activity.ts';
import { placeGone } from './place-gone.ts';
import { isAddressed, readMessage } from './read-message.ts';
import { targetOf } from './target.ts';

/** Nobody speaks to the bot by these: they matter where their message did. */
const WITHDRAWN: ReadonlySet<string> = new Set(['delete', 'undelete']);

export interface ReceiveTools extends InvokeTools {
  readonly adapter: BotAdapter;
  readonly inbox: Inbox;
  readonly mayServe: (serviceUrl: string) => boolean;
  readonly mayUse: (tenant: string) => boolean;
}

/**
 * One HTTP turn: check, authenticate, store, answer 200. The work itself is done later from the queue, because Teams
 * sends a message again when the turn lasts longer than 10 to 15 seconds.
 */
export function receive(tools: ReceiveTools): (request: Request, response: Response) => Promise<void> {
  return async (request, response) => {
    const parsed = IncomingActivity.safeParse(request.body);
    if (!parsed.success) {
      return void response.send(400, { error: 'not an activity' });
    }
    if (!tools.mayServe(parsed.data.serviceUrl)) {
      tools.log.warn('activity.foreign-service-url', { host: new URL(parsed.data.serviceUrl).host });
      return void response.send(403, { error: 'serviceUrl not allowed' });
    }
    const authorization = request.headers.authorization ?? '';
    // botbuilder types times as dates; nothing that reads this activity looks at them.
    const activity = parsed.data as unknown as Partial<Activity>;
    const end = await tools.adapter.answer(authorization, activity, (context) => turn(context, parsed.data, tools));
    respond(response, end, tools.log);
  };
}

/** What went wrong stays in our log: the sender only learns whether to try again. */
function respond(response: Response, end: TurnEnd, log: Log): void {
  if (end.kind === 'done') {
    return void response.send(end.status, end.body);
  }
  if (end.kind === 'unauthenticated') {
    log.warn('activity.unauthenticated', { reason: end.reason });
    return void response.send(401, { error: 'not authenticated' });
  }
  if (end.kind === 'unavailable') {
    log.warn('activity.keys-unavailable', { reason: end.reason });
    response.header('Retry-After', '5');
    return void response.send(503, { error: 'try again' });
  }
  log.error('activity.failed', { error: end.error instanceof Error ? end.error.message : String(end.error) });
  response.send(500, { error: 'try again' });
}

async function turn(context: TurnContext, activity: IncomingActivity, tools: ReceiveTools): Promise<void> {
  const tenant = tenantOf(activity);
  if (!tools.mayUse(tenant)) {
    return tools.log.warn('activity.foreign-tenant', { tenant });
  }
  const target = targetOf(activity, tenant);
  if (activity.type === ActivityTypes.Invoke) {
    return answerInvoke(context, activity, target, tools);
  }
  const gone = placeGone(activity, target);
  if (gone) {
    return tools.inbox.suspend(gone.target, gone.reason);
  }
  const message = readMessage(activity);
  if (!message) {
    return;
  }
  // An installation is an event, not a message that one could reply to.
  const replyTo = message.kind === 'welcome' ? null : (activity.id ?? null);
  const isNew = message.kind === 'welcome' || (isAddressed(activity) && !WITHDRAWN.has(message.kind));
  const arrival = {
    target,
    key: activityKey(activity),
    replyTo,
    message,
    ...(isNew ? {} : { ifKnown: true as const }),
  };
  const accepted = await tools.inbox.accept(arrival);
  tools.log.info('activity.received', { type: activity.type, accepted, scope: message.scope });
}
