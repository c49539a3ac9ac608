import { ActivityTypes, type CloudAdapter, type TurnContext } from 'botbuilder';
import type { Request, Response } from 'restify';
import type { Inbox } from '../../ports/inbox.ts';
import type { Log } from '../../ports/log.ts';
import { activityKey, tenantOf } from './activity-key.ts';
import { IncomingActivity } from './incoming-activity.ts';
import { readMessage } from './read-message.ts';
import { targetOf } from './target.ts';

export interface ReceiveTools {
  readonly adapter: CloudAdapter;
  readonly inbox: Inbox;
  readonly log: Log;
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
    if (!parsed.success) return void response.send(400, { error: 'not an activity' });
    if (!tools.mayServe(parsed.data.serviceUrl)) {
      tools.log.warn('activity.foreign-service-url', { host: new URL(parsed.data.serviceUrl).host });
      return void response.send(403, { error: 'serviceUrl not allowed' });
    }
    const authenticated = { body: parsed.data, headers: request.headers, method: 'POST' };
    await tools.adapter.process(authenticated, response, (context) => turn(context, parsed.data, tools));
  };
}

async function turn(context: TurnContext, activity: IncomingActivity, tools: ReceiveTools): Promise<void> {
  const tenant = tenantOf(activity);
  if (!tools.mayUse(tenant)) return tools.log.warn('activity.foreign-tenant', { tenant });
  if (activity.type === ActivityTypes.Invoke) return acknowledgeInvoke(context, activity);
  const target = targetOf(activity, tenant);
  if (activity.type === ActivityTypes.InstallationUpdate && activity.action?.startsWith('remove')) {
    return tools.inbox.suspend(target, 'removed');
  }
  const message = readMessage(activity);
  if (!message) return;
  const accepted = await accept({ target, key: activityKey(activity), message }, tools);
  tools.log.info('activity.received', { type: activity.type, accepted, scope: message.scope });
}

/** An error of the database must not reach the sender word by word, but the sender must learn to try again. */
async function accept(arrival: Parameters<Inbox['accept']>[0], { inbox, log }: ReceiveTools) {
  try {
    return await inbox.accept(arrival);
  } catch (error) {
    log.error('inbox.failed', { error: error instanceof Error ? error.message : String(error) });
    throw new Error('temporarily unavailable');
  }
}

/** The thumbs below an answer arrive as an invoke, and Teams shows an error to the user unless it is taken. */
async function acknowledgeInvoke(context: TurnContext, activity: IncomingActivity): Promise<void> {
  if (activity.name !== 'message/submitAction') return;
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body: {} } });
}
