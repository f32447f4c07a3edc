// Reads what a bot answered to a card's action, as a Teams client does: a card, a sentence, an error, or nothing it
// can use, for which it has one sentence of its own.
import { z } from 'zod/v4';
import type { Delivery } from '../bot-line';
import { CARD_TYPE } from '../message-content';
import type { Card } from '../message-content';

export const SOMETHING_WENT_WRONG = 'Something went wrong. Please try again.';
export const SIGN_IN_NOT_OFFERED = 'This card asks you to sign in, which this client does not offer.';

export type InvokeAnswer =
  { kind: 'card'; card: Card } | { kind: 'message'; text: string } | { kind: 'error'; text: string };

const wrong: InvokeAnswer = { kind: 'error', text: SOMETHING_WENT_WRONG };

const answerBody = z.discriminatedUnion('type', [
  z.object({
    statusCode: z.literal(200),
    type: z.literal(CARD_TYPE),
    value: z.looseObject({ type: z.literal('AdaptiveCard') }),
  }),
  z.object({
    statusCode: z.literal(200),
    type: z.literal('application/vnd.microsoft.activity.message'),
    value: z.string(),
  }),
  z.object({
    statusCode: z.number(),
    type: z.literal('application/vnd.microsoft.error'),
    value: z.looseObject({ code: z.string(), message: z.string() }),
  }),
  z.object({ statusCode: z.literal(401), type: z.literal('application/vnd.microsoft.activity.loginRequest') }),
]);

/** The meaning of a delivery's outcome for the person who pressed. */
export function readInvokeAnswer(delivery: Delivery): InvokeAnswer {
  if (delivery.kind !== 'answered' || delivery.status !== 200) return wrong;
  const parsed = answerBody.safeParse(delivery.body);
  if (!parsed.success) return wrong;
  const body = parsed.data;
  if (body.type === CARD_TYPE) return { kind: 'card', card: body.value };
  if (body.type === 'application/vnd.microsoft.activity.message') return { kind: 'message', text: body.value };
  if (body.type === 'application/vnd.microsoft.error') return { kind: 'error', text: body.value.message };
  return { kind: 'error', text: SIGN_IN_NOT_OFFERED };
}
