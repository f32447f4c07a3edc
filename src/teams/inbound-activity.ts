// An activity from Teams as far as this bot reads it. Everything in it but the sender's id and the tenant is untrusted,
// and those two only count once activity-gate has let the activity in.
import { z } from 'zod/v4';

const ID_MAX = 1_000;
const id = z.string().min(1).max(ID_MAX);
const optional = <T extends z.ZodType>(schema: T) => schema.nullish();

const channelData = z.looseObject({
  tenant: optional(z.looseObject({ id: optional(z.string()) })),
  team: optional(z.looseObject({ id: optional(z.string()) })),
  channel: optional(z.looseObject({ id: optional(z.string()) })),
  eventType: optional(z.string()),
});

const entity = z.looseObject({
  type: optional(z.string()),
  text: optional(z.string()),
  mentioned: optional(z.looseObject({ id: optional(z.string()) })),
  timezone: optional(z.string()),
});

const inboundActivity = z.looseObject({
  type: z.string().min(1).max(64),
  id: optional(z.string().max(ID_MAX)),
  // Absent or no text counts as empty, which no rule of the gate accepts.
  channelId: z.string().catch(''),
  serviceUrl: z.string().catch(''),
  from: z.looseObject({ id, name: optional(z.string()), aadObjectId: optional(z.string()) }),
  conversation: z.looseObject({
    id,
    conversationType: optional(z.string()),
    tenantId: optional(z.string()),
  }),
  recipient: z.looseObject({ id }),
  channelData: optional(channelData),
  name: optional(z.string()),
  text: optional(z.string()),
  replyToId: optional(z.string().max(ID_MAX)),
  action: optional(z.string()),
  membersAdded: optional(z.array(z.looseObject({ id: optional(z.string()) }))),
  membersRemoved: optional(z.array(z.looseObject({ id: optional(z.string()) }))),
  entities: optional(z.array(entity)),
  localTimezone: optional(z.string()),
});

export type InboundActivity = z.infer<typeof inboundActivity>;

/** Null when parts are missing or of the wrong type. Unknown keys stay. */
export function readInboundActivity(body: Record<string, unknown>): InboundActivity | null {
  const read = inboundActivity.safeParse(body);
  return read.success ? read.data : null;
}
