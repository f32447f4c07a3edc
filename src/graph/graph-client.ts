// One door to Microsoft Graph: a call goes through the vendor's client with our middleware, is repeated as the retry
// table says, and comes back as parsed JSON or as a BotError. What the JSON means is the callers' business.
import { Client } from '@microsoft/microsoft-graph-client';
import { BotError, isBotError } from '../domain/errors';
import { pauseMs, type RetriedCall } from '../domain/retry-table';
import type { Clock } from '../ports/clock';
import type { Logger } from '../ports/logger';
import type { Metrics } from '../ports/metrics';
import { AttemptDeadline } from './attempt-deadline';
import { GraphCircuits } from './graph-circuits';
import { GraphExchange, type GraphAnswer, type GraphRequest } from './graph-exchange';
import { graphMiddleware } from './graph-middleware';
import type { Patience } from './patience';
import { RequestGate, type Lane, type Pool } from './request-gate';
import { RequestPlan } from './request-plan';
import { retryByTable } from './retry-by-table';
import type { TokenSource } from './token-source';

/** A wait from which on an operator should know: cards are late by as much. */
export const LONG_WAIT_MS = 60_000;

export interface GraphClientOptions {
  /** With its version segment: `https://graph.microsoft.com/v1.0`. */
  baseUrl: string;
  tokens: TokenSource;
  /** 0 = no limit of ours. */
  requestsPerMinute: number;
  clock: Clock;
  logger: Logger;
  metrics: Metrics;
  /** How long an open circuit stays open; ms. */
  circuitPauseMs?: number;
}

export interface GraphCall extends GraphRequest {
  /** Below the base address, encoded (`/users/…?$select=id`), or a nextLink as it was given. */
  address: string;
  row: RetriedCall;
  lane: Lane;
  patience: Patience;
  /** Fails and recovers apart from other calls of its kind; absent = together with them. */
  circuit?: string;
}

export class GraphClient {
  private readonly exchange: GraphExchange;
  private readonly gate: RequestGate;
  private readonly circuits: GraphCircuits;
  private readonly stopped = new AbortController();

  constructor(private readonly options: GraphClientOptions) {
    const { baseUrl, tokens, requestsPerMinute, clock, metrics, circuitPauseMs } = options;
    this.gate = new RequestGate(requestsPerMinute, clock);
    this.circuits = new GraphCircuits(circuitPauseMs);
    const origin = new URL(baseUrl).origin;
    const middleware = graphMiddleware({ origin, tokens, gate: this.gate, clock, metrics });
    this.exchange = new GraphExchange(Client.initWithMiddleware({ middleware, baseUrl }), clock, metrics);
  }

  /** Throws BotError: what Graph refused, what was lost, or `throttled` when a wait would outlast the patience. */
  async call(call: GraphCall): Promise<GraphAnswer> {
    const { row, patience, lane } = call;
    const address = this.resolve(call.address);
    const pool = poolOf(address);
    let failures = 0;
    const work = { row, patience, clock: this.options.clock, signal: this.stopped.signal };
    return retryByTable(work, async (deadline) => {
      try {
        return await this.circuits.through(call.circuit ?? `${pool}/${lane}`, () => {
          const attempt = new AttemptDeadline(this.stopped.signal);
          return this.exchange.run(call, new RequestPlan(address, lane, pool, deadline, patience.attemptMs, attempt));
        });
      } catch (error) {
        failures += 1;
        this.respectThrottling(error, pool, patience, failures);
        throw error;
      }
    });
  }

  /** Whether a link of an answer stays on Graph's own origin; nothing else is ever asked. */
  isOwnAddress(address: string): boolean {
    if (address.startsWith('/')) return true;
    return URL.canParse(address) && new URL(address).origin === new URL(this.options.baseUrl).origin;
  }

  /** Cuts off what is under way; later calls fail. */
  close(): void {
    this.stopped.abort();
  }

  private resolve(address: string): URL {
    try {
      return new URL(address.startsWith('/') ? `${this.options.baseUrl.replace(/\/+$/, '')}${address}` : address);
    } catch {
      throw new BotError('garbage', { from: 'graph' });
    }
  }

  /** A 429 holds up everyone who asks the same pool: immediate retries count against Graph's limit as well. */
  private respectThrottling(error: unknown, pool: Pool, patience: Patience, failures: number): void {
    if (!isBotError(error, 'throttled') || error.status === undefined) return;
    const { clock, logger } = this.options;
    const ms = error.retryAfterMs ?? pauseMs(failures, clock.random(), patience.pauseBaseMs);
    this.gate.holdOff(pool, ms);
    if (ms >= LONG_WAIT_MS) logger.warn('Graph asks to be left alone for long', { ms, state: pool });
  }
}

function poolOf({ pathname }: URL): Pool {
  if (pathname.endsWith('/security/runHuntingQuery')) return 'hunting';
  return pathname.includes('/security/') ? 'security' : 'directory';
}
