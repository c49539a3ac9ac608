import { z } from 'zod';

/**
 * The part of a Bot Framework activity that we rely on (public "Activity" schema of the Bot Framework protocol).
 * Everything else is kept as it came. Lengths are bounded where a value becomes a key. What may be absent may be null as
 * well: to some serialisers that is the same.
 */
const Id = z.string().regex(/^\P{Cc}{1,600}$/u);
const Tenant = z.string().regex(/^\P{Cc}{0,100}$/u);
const Account = z.looseObject({ id: Id, name: z.string().nullish(), aadObjectId: z.string().nullish() });

export const Attachment = z.looseObject({
  contentType: z.string().max(500),
  contentUrl: z.string().max(10_000).optional().nullable(),
  name: z.string().max(2000).optional().nullable(),
  content: z.unknown().optional(),
});
export type Attachment = z.infer<typeof Attachment>;

const Entity = z.looseObject({ type: z.string(), mentioned: z.looseObject({ id: z.string() }).nullish() });

export const IncomingActivity = z.looseObject({
  type: z.string().min(1).max(200),
  id: Id.nullish(),
  timestamp: z.string().max(100).nullish(),
  channelId: z.string().min(1).max(200),
  serviceUrl: z.url().max(2000),
  from: Account,
  recipient: Account,
  conversation: z.looseObject({
    id: Id,
    tenantId: Tenant.nullish(),
    conversationType: z.string().max(100).nullish(),
  }),
  locale: z.string().max(50).nullish(),
  text: z.string().nullish(),
  attachments: z.array(Attachment).max(100).nullish(),
  entities: z.array(Entity).max(500).nullish(),
  channelData: z
    .looseObject({
      eventType: z.string().max(200).nullish(),
      tenant: z.looseObject({ id: Tenant }).nullish(),
      channel: z.looseObject({ id: z.string().max(600).nullish() }).nullish(),
      team: z.looseObject({ id: z.string().max(1000).nullish() }).nullish(),
    })
    .nullish(),
  action: z.string().max(200).nullish(),
  replyToId: z.string().max(600).nullish(),
});
export type IncomingActivity = z.infer<typeof IncomingActivity>;
