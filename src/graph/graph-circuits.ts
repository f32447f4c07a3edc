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

interface Circuit {
  policy: CircuitBreakerPolicy;
  lastFailure: BotError | null;
}

export class GraphCircuits {
  private readonly circuits = new Map<string, Circuit>();

  constructor(private readonly pauseMs = CIRCUIT_PAUSE_MS) {}

  /** Rejects with the failure that opened the circuit (detail `circuitOpen`) while it is open. */
  async through<T>(name: string, work: () => Promise<T>): Promise<T> {
    const circuit = this.circuits.get(name) ?? this.open(name);
    try {
      return await circuit.policy.execute(work);
    } catch (error) {
      if (!(error instanceof BrokenCircuitError)) throw error;
      const code = circuit.lastFailure?.code ?? 'unavailable';
      throw new BotError(code, { from: 'graph', detail: CIRCUIT_OPEN, retryAfterMs: this.pauseMs });
    }
  }

  private open(name: string): Circuit {
    const counts = (error: Error): boolean => {
      if (!isBotError(error, 'notConnected', 'timedOut', 'unavailable', 'unauthorised')) return false;
      if (error.from !== 'graph') return false;
      circuit.lastFailure = error;
      return true;
    };
    const breaker = new ConsecutiveBreaker(CIRCUIT_FAILURES);
    const policy = circuitBreaker(handleWhen(counts), { halfOpenAfter: this.pauseMs, breaker });
    const circuit: Circuit = { policy, lastFailure: null };
    this.circuits.set(name, circuit);
    return circuit;
  }
}
