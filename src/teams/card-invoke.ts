// Reads the value of an `adaptiveCard/action` invoke into a Click. The client sends it, so none of it is believed; what
// no card of ours would send is marked as such and left to the workflow to refuse.
import { randomUUID } from 'node:crypto';
import { z } from 'zod/v4';
import { Untrusted } from '../domain/untrusted';
import type { Click } from '../workflows/click';
import { placeOf, presserOf } from './conversation-from-activity';
import type { InboundActivity } from './inbound-activity';

export const VERB_MAX = 64;
const WORD_MAX = 64;
const TYPED_MAX = 16_000;

const pressData = z.strictObject({
  cardRef: z
    .string()
    .regex(/^[A-Za-z0-9_-]{22,64}$/)
    .optional(),
  version: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .optional(),
  classification: z.string().max(WORD_MAX).optional(),
  determination: z.string().max(WORD_MAX).optional(),
  comment: z.string().max(TYPED_MAX).optional(),
  reason: z.string().max(TYPED_MAX).optional(),
  followUp: z.string().max(WORD_MAX).optional(),
  alert: z
    .string()
    .regex(/^\d{1,9}$/)
    .optional(),
  incident: z
    .string()
    .regex(/^\d{1,20}$/)
    .optional(),
});

const invokeValue = z.looseObject({
  action: z.looseObject({
    type: z.literal('Action.Execute'),
    verb: z.string().max(VERB_MAX),
    data: z.unknown(),
  }),
  trigger: z.unknown(),
});

type PressData = z.infer<typeof pressData>;

/** An input left empty is no choice; a comment left empty was sent all the same, and is told apart from none. */
function inputsOf(data: PressData): Click['inputs'] {
  return {
    classification: data.classification || null,
    determination: data.determination || null,
    comment: data.comment === undefined ? null : Untrusted.of(data.comment),
    reason: data.reason === undefined ? null : Untrusted.of(data.reason),
  };
}

/** Null when the activity does not prove who pressed. */
export function clickFrom(activity: InboundActivity): Click | null {
  const presser = presserOf(activity);
  if (presser === null) return null;
  const value = invokeValue.safeParse(activity.value);
  const data = pressData.safeParse(value.data?.action.data ?? {});
  const wellFormed = value.success && data.success;
  const read: PressData = wellFormed ? data.data : {};
  return {
    verb: value.data?.action.verb ?? '',
    cardRef: read.cardRef ?? null,
    version: read.version ?? null,
    inputs: inputsOf(read),
    followUp: { kind: read.followUp ?? null, alert: read.alert ?? null, incident: read.incident ?? null },
    wellFormed,
    presser,
    place: placeOf(activity),
    cardActivityId: activity.replyToId ?? null,
    activityId: activity.id ?? randomUUID(),
    automatic: value.data?.trigger === 'automatic',
  };
}
