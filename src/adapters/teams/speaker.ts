import type { Message } from '../../ports/message.ts';
import type { IncomingActivity } from './incoming-activity.ts';

/** Who sent an activity, in which language and zone their client runs. */
export function speakerOf(
  activity: IncomingActivity,
): Required<Pick<Message, 'author'>> & Pick<Message, 'locale' | 'timeZone'> {
  const { from, entities, locale, localTimezone } = activity;
  const client = (entities ?? []).find(({ type }) => type === 'clientInfo');
  const said = client?.locale;
  const zone = localTimezone ?? client?.timezone;
  return {
    author: { id: from.aadObjectId ?? from.id, name: from.name ?? from.id },
    locale: typeof said === 'string' ? said : (locale ?? null),
    ...(typeof zone === 'string' && zone.length <= 60 ? { timeZone: zone } : {}),
  };
}
