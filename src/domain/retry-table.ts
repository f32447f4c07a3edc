// What a failed call to Graph or to Entra leads to: the retry table as data. The Connector's row is `domain/delivery`.
import type { BotError, ErrorCode } from './errors';

/** A row: `graphRead` is every call without an effect, `checkMemberGroups` included although it is a POST. */
export type RetriedCall = 'graphRead' | 'graphPatch' | 'graphComment' | 'huntingQuery' | 'entraToken';

/** A column. `lost`: the request may have been carried out, its answer was not learnt. */
export type Failure = 'notConnected' | 'lost' | 'throttled' | 'conflict' | 'unavailable' | 'unauthorised' | 'refused';

export type Reaction =
  | 'retry'
  /** Again, not before the moment the service named. */
  | 'wait'
  /** Read the alert and compare before anything is sent again. */
  | 'readBack'
  /** Look for the comment's marker before anything is sent again. */
  | 'findMarker'
  | 'renewOnce'
  | 'giveUp';

export const RETRY_TABLE: Readonly<Record<RetriedCall, Readonly<Record<Failure, Reaction>>>> = {
  graphRead: {
    notConnected: 'retry',
    lost: 'retry',
    throttled: 'wait',
    conflict: 'giveUp',
    unavailable: 'retry',
    unauthorised: 'renewOnce',
    refused: 'giveUp',
  },
  graphPatch: {
    notConnected: 'retry',
    lost: 'readBack',
    throttled: 'wait',
    conflict: 'readBack',
    unavailable: 'readBack',
    unauthorised: 'renewOnce',
    refused: 'giveUp',
  },
  graphComment: {
    notConnected: 'retry',
    lost: 'findMarker',
    throttled: 'wait',
    conflict: 'giveUp',
    unavailable: 'findMarker',
    unauthorised: 'renewOnce',
    refused: 'giveUp',
  },
  // Every query costs the tenant's processing: one whose answer was lost is not run again, a used up quota not waited for.
  huntingQuery: {
    notConnected: 'retry',
    lost: 'giveUp',
    throttled: 'giveUp',
    conflict: 'giveUp',
    unavailable: 'retry',
    unauthorised: 'renewOnce',
    refused: 'giveUp',
  },
  entraToken: {
    notConnected: 'retry',
    lost: 'retry',
    throttled: 'wait',
    conflict: 'giveUp',
    unavailable: 'retry',
    unauthorised: 'giveUp',
    refused: 'giveUp',
  },
};

const FAILURE_OF: Partial<Record<ErrorCode, Failure>> = {
  notConnected: 'notConnected',
  timedOut: 'lost',
  // An answer that cannot be read says nothing about what was done.
  garbage: 'lost',
  throttled: 'throttled',
  conflict: 'conflict',
  unavailable: 'unavailable',
  unauthorised: 'unauthorised',
};

export function failureOf(error: Pick<BotError, 'code'>): Failure {
  return FAILURE_OF[error.code] ?? 'refused';
}

/** A Graph call that failed for want of a token was never sent, and the token had its own retries. */
export function reactionTo(call: RetriedCall, error: Pick<BotError, 'code' | 'from'>): Reaction {
  if (call !== 'entraToken' && error.from === 'entra') return 'giveUp';
  return RETRY_TABLE[call][failureOf(error)];
}

export const PAUSE_MAX_MS = 60_000;
/** Added on top of a wait the service asked for, so that replicas do not return at one moment. */
export const WAIT_JITTER_MS = 250;

/** Exponential with full jitter; `attempt` from 1, `random` in [0, 1). A wait the service asked for is never shortened. */
export function pauseMs(attempt: number, random: number, baseMs: number, retryAfterMs?: number): number {
  if (retryAfterMs !== undefined) return retryAfterMs + Math.round(random * WAIT_JITTER_MS);
  return Math.round(random * Math.min(PAUSE_MAX_MS, baseMs * 2 ** Math.min(attempt - 1, 20)));
}
