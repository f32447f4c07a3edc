// Repeats a call as the retry table says, within a bounded number of attempts and a bounded time. Reactions that need
// a look at Graph first (read back, find the marker) are left to the caller.
import { ConstantBackoff, handleWhen, retry } from 'cockatiel';
import { isBotError, type BotError } from '../domain/errors';
import { pauseMs, reactionTo, type Reaction, type RetriedCall } from '../domain/retry-table';
import type { Clock } from '../ports/clock';
import type { Patience } from './patience';

/** Set on the error of an open circuit: asking again before it closes is pointless. */
export const CIRCUIT_OPEN = 'circuitOpen';

/** The table's reaction; a call that an open circuit refused was never sent, whatever its row says. */
export function reactionHere(row: RetriedCall, error: BotError): Reaction {
  return error.detail === CIRCUIT_OPEN ? 'giveUp' : reactionTo(row, error);
}

export interface RetriedWork {
  row: RetriedCall;
  patience: Patience;
  clock: Clock;
  signal: AbortSignal;
}

/** Rejects with the last BotError; a wait that would end after the deadline is not begun. */
export async function retryByTable<T>(work: RetriedWork, attempt: (deadline: number) => Promise<T>): Promise<T> {
  const { row, patience, clock, signal } = work;
  const deadline = clock.now() + patience.totalMs;
  let failures = 0;
  let pause = 0;
  let cause: BotError | null = null;
  const isWorthAnother = (error: Error): boolean => {
    if (!isBotError(error) || signal.aborted) return false;
    if (!['retry', 'wait'].includes(reactionHere(row, error))) return false;
    failures += 1;
    cause = error;
    pause = pauseMs(failures, clock.random(), patience.pauseBaseMs, error.retryAfterMs);
    return clock.now() + pause < deadline;
  };
  // Pauses go through our clock instead of the library's timer, so that a stop cuts them short.
  const policy = retry(handleWhen(isWorthAnother), { maxAttempts: patience.retries, backoff: new ConstantBackoff(0) });
  try {
    return await policy.execute(async () => {
      if (pause > 0) await clock.sleep(pause, signal);
      return attempt(deadline);
    }, signal);
  } catch (error) {
    // A circuit that opened on the way says less than the failure that opened it.
    throw isBotError(error) && error.detail === CIRCUIT_OPEN ? (cause ?? error) : error;
  }
}
