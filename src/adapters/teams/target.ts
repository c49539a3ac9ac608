import type { Target } from '../../ports/inbox.ts';
import type { IncomingActivity } from './incoming-activity.ts';

/** Where an answer to this activity goes, in the shape of a Bot Framework conversation reference. */
export function targetOf(activity: IncomingActivity, tenant: string): Target {
  const { conversation, recipient, from, serviceUrl, channelId, locale } = activity;
  const reference = {
    channelId,
    serviceUrl,
    conversation: { ...conversation, tenantId: tenant || undefined },
    bot: recipient,
    user: from,
    ...(locale ? { locale } : {}),
    ...teamOf(activity),
  };
  return { tenant, conversation: conversation.id, reference };
}

/** The team of a channel: the bot is added to and removed from teams, not channels. */
function teamOf({ channelData }: IncomingActivity): { readonly team?: string } {
  const id = channelData?.team?.id;
  return id ? { team: id } : {};
}
