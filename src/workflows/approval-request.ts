// A request for a second person's approval, and the approval: what is kept of them, under which references, and how the
// request's cards are drawn.
import { z } from 'zod/v4';
import { CLASSIFICATIONS, DETERMINATIONS } from '../domain/alert';
import { approvalView, type ActAsked, type ApprovalOutcome } from '../domain/disclose-approval';
import { instantFromMs } from '../domain/instant';
import type { StoredAlert } from '../domain/stored-alert';
import { toSealedColumn, Untrusted } from '../domain/untrusted';
import type { Asked } from '../ports/asked-book';
import type { AnswerDrawing } from './answer';
import type { Presser } from './click';

const PERSON = z.object({
  objectId: z.string(),
  tenantId: z.string(),
  mri: z.string(),
  /** As cards name them. */
  name: z.string().nullable(),
});
type KeptPerson = z.infer<typeof PERSON>;

const ACT = z.discriminatedUnion('action', [
  z.object({ action: z.literal('reveal') }),
  z.object({
    action: z.literal('change'),
    change: z.object({
      kind: z.literal('resolve'),
      classification: z.enum(CLASSIFICATIONS),
      determination: z.enum(DETERMINATIONS),
    }),
  }),
]);

const REQUEST = z.object({
  alertId: z.string(),
  alertNumber: z.number(),
  /** Of the alert as the requester saw it. */
  version: z.string(),
  act: ACT,
  requester: PERSON,
  /** Why, people as aliases; null = no reason is asked for. */
  reason: z.string().nullable(),
  /** The message in which the card stands; null until that is known. */
  messageId: z.string().nullable(),
});
export type ApprovalRequest = z.infer<typeof REQUEST>;

/** Which request was made last for an act. */
const POINTER = z.object({ cardRef: z.string() });
/** `at`: milliseconds since the epoch. */
const GRANT = z.object({ request: REQUEST, approver: PERSON, at: z.number() });
export type ApprovalGrant = z.infer<typeof GRANT>;

/** What somebody wants, as exactly as a second person approves it. */
export interface WantedAct {
  alertId: string;
  version: string;
  act: ActAsked;
  requesterObjectId: string;
}

// No press can name these two: a card's reference holds neither bar nor brace.
export function pointerRefOf({ alertId, version, act, requesterObjectId }: WantedAct): string {
  return `act|${JSON.stringify([alertId, version, requesterObjectId.toLowerCase(), act])}`;
}
export const grantRefOf = (cardRef: string) => `granted|${cardRef}`;

function read<T>(shape: z.ZodType<T>, asked: Pick<Asked, 'kind' | 'facts'> | null): T | null {
  if (asked === null || asked.kind !== 'approval') return null;
  try {
    return shape.parse(JSON.parse(asked.facts));
  } catch {
    return null;
  }
}

/** Each null for what is something else. */
export const readRequest = (asked: Pick<Asked, 'kind' | 'facts'> | null) => read(REQUEST, asked);
export const readPointer = (asked: Asked | null) => read(POINTER, asked);
export const readGrant = (asked: Asked | null) => read(GRANT, asked);

export function keptPerson({ objectId, tenantId, mri }: Presser, name: Untrusted | null): KeptPerson {
  return { objectId, tenantId, mri, name: name && toSealedColumn(name) };
}

const hidden = (value: string | null) => (value === null ? null : Untrusted.of(value));

/** What was approved, as the rule compares it. */
export function approvedIn({ alertId, version, act, requester }: ApprovalRequest): WantedAct {
  return { alertId, version, act, requesterObjectId: requester.objectId };
}

export const presserOfKept = (person: KeptPerson): Presser => ({ ...person, name: hidden(person.name) });
export const reasonOf = ({ reason }: ApprovalRequest) => hidden(reason);

export function approvalDrawing(
  alert: StoredAlert,
  request: ApprovalRequest,
  { ref, until }: Pick<Asked, 'ref' | 'until'>,
  look: 'forEverybody' | 'forApprover',
): AnswerDrawing {
  const view = approvalView(alert, request.act);
  const options = { cardRef: ref, requester: hidden(request.requester.name), until: instantFromMs(until) };
  return look === 'forEverybody'
    ? { draw: 'approval', view, ...options }
    : { draw: 'approvalLook', view, ...options, reason: reasonOf(request) };
}

export function settledApproval(alert: StoredAlert, request: ApprovalRequest, outcome: ApprovalOutcome): AnswerDrawing {
  const view = approvalView(alert, request.act);
  return { draw: 'approvalSettled', view, outcome, requester: hidden(request.requester.name) };
}
