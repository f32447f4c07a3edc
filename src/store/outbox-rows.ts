// A send as a row: how a new one looks, and a claimed one as the port names it.
import { z } from 'zod/v4';
import { SEVERITIES } from '../domain/alert';
import type { ChannelKey } from '../domain/channel-routing';
import { CARD_TIERS, type CardTier, type SendKind, type SendState } from '../domain/delivery';
import type { ClaimedSend } from '../ports/card-outbox';
import type { OutboxTable } from './tables';

/** How long a redraw without news of status, owner or severity leaves an open form alone. */
export const REDRAW_WAIT_MS = 60_000;

/** States of rows that somebody works on. */
export const IN_HAND: readonly SendState[] = ['claimed', 'sending'];
/** States of rows that can be claimed. */
export const WAITING: readonly SendState[] = ['queued', 'withheld'];

export type NewSend = Omit<OutboxTable, 'id'>;
export type OutboxRow = NewSend & { id: number };

const DIGEST = z.object({ numbers: z.array(z.number().int()), alreadyResolved: z.number().int() });

export function newSend(tenantId: string, kind: SendKind, channel: ChannelKey, priority: number, now: number): NewSend {
  return {
    tenant_id: tenantId,
    kind,
    channel,
    state: 'queued',
    priority,
    not_before: now,
    created_at: now,
    alert_number: null,
    card_id: null,
    attempt_id: null,
    only_one: null,
    attempts: 0,
    conflicts: 0,
    tier: CARD_TIERS[0],
    possible_repeat: 0,
    epoch: 0,
    holder: null,
    lease_until: null,
    resend_at: null,
    severity: null,
    digest: null,
    code: null,
  };
}

export function digestText(numbers: readonly number[], alreadyResolved: number): string {
  return JSON.stringify({ numbers, alreadyResolved });
}

/** The key under which at most one row of this kind waits; null where several may. */
export function waitingKey(row: Pick<OutboxRow, 'kind' | 'card_id' | 'only_one'>): string | null {
  return row.kind === 'update' ? `update:${row.card_id}` : row.only_one;
}

export function tierOf(value: string): CardTier {
  return CARD_TIERS.find((tier) => tier === value) ?? CARD_TIERS[0];
}

/** Where a card or a twin stands, and what the port wants to know of its alert. */
export interface SendSurroundings {
  posted: ClaimedSend['posted'];
  cardRef: string | null;
  alertCommittedAt: number | null;
}

export function toClaimedSend(row: OutboxRow, around: SendSurroundings): ClaimedSend {
  const digest = row.digest === null ? { numbers: [], alreadyResolved: 0 } : DIGEST.parse(JSON.parse(row.digest));
  return {
    id: row.id,
    kind: row.kind as SendKind,
    channel: row.channel,
    alertNumber: row.alert_number,
    cardId: row.card_id,
    posted: around.posted,
    cardRef: around.cardRef,
    attempt: row.attempts + 1,
    conflicts: row.conflicts,
    tier: tierOf(row.tier),
    possibleRepeat: row.possible_repeat === 1,
    createdAt: around.alertCommittedAt ?? row.created_at,
    ...digest,
    severity: SEVERITIES.find((severity) => severity === row.severity) ?? null,
    epoch: row.epoch,
  };
}
