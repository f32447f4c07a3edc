// A change that was asked for in words and waits to be confirmed: what is kept of it, and how its cards are drawn.
import { z } from 'zod/v4';
import { CLASSIFICATIONS, DETERMINATIONS } from '../domain/alert';
import { confirmView, type ChangeAsked, type ConfirmOutcome } from '../domain/disclose-confirm';
import { instantFromMs } from '../domain/instant';
import type { StoredAlert } from '../domain/stored-alert';
import type { Change } from '../domain/triage-rules';
import { Untrusted } from '../domain/untrusted';
import type { Asked } from '../ports/asked-book';
import type { AnswerDrawing } from './answer';

const classification = z.enum(CLASSIFICATIONS).nullable();

export const PROPOSAL = z.object({
  alertId: z.string(),
  alertNumber: z.number(),
  /** Of the alert as it stood when the change was proposed; any other state is stale. */
  version: z.string(),
  change: z.discriminatedUnion('kind', [
    z.object({ kind: z.enum(['start', 'reopen', 'comment', 'unassign']) }),
    /** `assignee`: a UPN of the directory. `isAsker`: the card names the asker instead. */
    z.object({ kind: z.literal('assign'), assignee: z.string(), isAsker: z.boolean() }),
    /** A determination never stands alone. */
    z.object({ kind: z.literal('resolve'), classification, determination: z.enum(DETERMINATIONS).nullable() }),
  ]),
  comment: z.string().nullable(),
  /** How the card names the asker. */
  asker: z.string().nullable(),
  /** Chosen on the card, where the words named no classification. */
  chosen: classification,
  /** The message in which the card was first answered; from then on it is valid there alone. */
  messageId: z.string().nullable(),
});
export type ChangeProposal = z.infer<typeof PROPOSAL>;
export type ProposedChange = ChangeProposal['change'];

/** Null for what is no proposal. */
export function readProposal({ kind, facts }: Asked): ChangeProposal | null {
  if (kind !== 'confirm') return null;
  try {
    return PROPOSAL.parse(JSON.parse(facts));
  } catch {
    return null;
  }
}

/** The change to make; null while a resolution lacks its verdict. */
export function changeOf(change: ProposedChange): Change | null {
  switch (change.kind) {
    case 'assign':
      return { kind: 'assign', assignee: change.assignee };
    case 'resolve': {
      const { kind, classification: verdict, determination } = change;
      return verdict === null || determination === null ? null : { kind, classification: verdict, determination };
    }
    default:
      return { kind: change.kind };
  }
}

function askedOf({ change, chosen }: ChangeProposal): ChangeAsked {
  switch (change.kind) {
    case 'assign':
      return { kind: 'assign', assignee: change.isAsker ? 'me' : Untrusted.of(change.assignee) };
    case 'resolve':
      return { ...change, classification: change.classification ?? chosen };
    default:
      return change;
  }
}

const hidden = (value: string | null) => (value === null ? null : Untrusted.of(value));

export const commentOf = ({ comment }: ChangeProposal): Untrusted | null => hidden(comment);

export function confirmDrawing(
  alert: StoredAlert,
  proposal: ChangeProposal,
  { ref, until }: Pick<Asked, 'ref' | 'until'>,
  missing: Extract<AnswerDrawing, { draw: 'confirm' }>['missing'],
): Extract<AnswerDrawing, { draw: 'confirm' }> {
  const view = confirmView(alert, askedOf(proposal), commentOf(proposal));
  return { draw: 'confirm', view, cardRef: ref, asker: hidden(proposal.asker), until: instantFromMs(until), missing };
}

export function settledDrawing(
  alert: StoredAlert,
  proposal: ChangeProposal,
  outcome: ConfirmOutcome,
  asker = hidden(proposal.asker),
): AnswerDrawing {
  const view = confirmView(alert, askedOf(proposal), null);
  return { draw: 'settled', view, outcome, asker };
}
