// Circuit breakers: after five failures in a row Graph is left alone for a while and callers hear so at once. One for
// each kind of work, so that a directory that is down does not stop cards, nor a look's probe hold up a click.
import {
  BrokenCircuitError,
  circuitBreaker,
  ConsecutiveBreaker,
  handleWhen,
  type CircuitBreakerPolicy,
} from 'cockatiel';
import { BotError, isBotError } from '../domain/errors';
import { CIRCUIT_OPEN } from './retry-by-table';

export const CIRCUIT_FAILURES = 5;
export const CIRCUIT_PAUSE_MS = 10_000;

const isOutage = (error: Error): boolean =>
  isBotError(error, 'notConnected', 'timedOut', 'unavailable', 'unauthorised') && error.from === 'graph';

export class GraphCircuits {
  private readonly circuits = new Map<string, CircuitBreakerPolicy>();

  constructor(private readonly pauseMs = CIRCUIT_PAUSE_MS) {}

  /** Rejects with `notConnected` (detail `circuitOpen`) while the circuit is open: nothing was sent. */
  async through<T>(name: string, work: () => Promise<T>): Promise<T> {
    try {
      return await this.circuit(name).execute(work);
    } catch (error) {
      if (!(error instanceof BrokenCircuitError)) throw error;
      throw new BotError('notConnected', { from: 'graph', detail: CIRCUIT_OPEN, retryAfterMs: this.pauseMs });
    }
  }

  private circuit(name: string): CircuitBreakerPolicy {
    const known = this.circuits.get(name);
    if (known !== undefined) return known;
    const breaker = new ConsecutiveBreaker(CIRCUIT_FAILURES);
    const policy = circuitBreaker(handleWhen(isOutage), { halfOpenAfter: this.pauseMs, breaker });
    this.circuits.set(name, policy);
    return policy;
  }
}
