// What becomes of a send whose answer came, was bad, or never came: the Connector's row of the retry table, as data.
import type { BotError } from './errors';

/** `sending` is written before the socket is touched, so that a crash in between is told from a crash before. */
export type SendState = 'queued' | 'claimed' | 'sending' | 'sent' | 'unknown' | 'withheld' | 'dead';

export type SendKind = 'post' | 'update' | 'reply' | 'digest' | 'retract';

/** How much a card says; a size refusal steps down. */
export const CARD_TIERS = ['full', 'compact', 'text'] as const;
export type CardTier = (typeof CARD_TIERS)[number];

export const MAX_SEND_ATTEMPTS = 8;
export const CONFLICT_RETRIES = 1;
export const BACKOFF_BASE_MS = 2_000;
export const BACKOFF_MAX_MS = 60_000;

export type SendVerdict =
  | { is: 'retry'; afterMs: number }
  /** The answer was lost: it may have been posted. Never sent again before it had time to be recognised. */
  | { is: 'unknown' }
  /** The message is gone (deleted by a person): nothing to update. */
  | { is: 'gone' }
  /** The channel cannot be written to until it is installed again. */
  | { is: 'suspendChannel' }
  | { is: 'smaller' }
  | { is: 'dead' };

/** Exponential with full jitter; `random` in [0, 1). A wait the service asked for is never shortened. */
export function backoffMs(attempt: number, random: number, retryAfterMs?: number): number {
  const ceiling = Math.min(BACKOFF_MAX_MS, BACKOFF_BASE_MS * 2 ** Math.min(attempt, 10));
  const jittered = Math.round(ceiling * (0.5 + random / 2));
  return retryAfterMs === undefined ? jittered : retryAfterMs + Math.round(random * 250);
}

const isRepeatable = (kind: SendKind) => kind === 'update' || kind === 'retract';

/** Decides from a translated error. `attempt` counts from 1; `conflicts` is how many 412 this row has met before. */
export function verdictFor(
  kind: SendKind,
  error: BotError,
  attempt: number,
  conflicts: number,
  random: number,
): SendVerdict {
  const wait: SendVerdict = { is: 'retry', afterMs: backoffMs(attempt, random, error.retryAfterMs) };
  const again = attempt < MAX_SEND_ATTEMPTS ? wait : ({ is: 'dead' } as const);
  switch (error.code) {
    case 'throttled':
    case 'notConnected':
    case 'credentialRefused':
    case 'unauthorised':
      return wait;
    case 'conflict':
      return isRepeatable(kind) || conflicts < CONFLICT_RETRIES ? again : { is: 'unknown' };
    case 'unavailable':
    case 'timedOut':
    case 'garbage':
      return isRepeatable(kind) ? again : { is: 'unknown' };
    case 'forbidden':
      return { is: 'suspendChannel' };
    case 'notFound':
      return isRepeatable(kind) && error.detail !== 'ConversationNotFound' ? { is: 'gone' } : { is: 'suspendChannel' };
    case 'tooLarge':
    case 'badRequest':
      return { is: 'smaller' };
    default:
      return again;
  }
}

export function nextTier(tier: CardTier): CardTier | null {
  return CARD_TIERS[CARD_TIERS.indexOf(tier) + 1] ?? null;
}
