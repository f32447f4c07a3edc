// One door to Microsoft Graph: a call goes through the vendor's client with our middleware, is repeated as the retry
// table says, and comes back as parsed JSON or as a BotError. What the JSON means is the callers' business.
import { Client, ResponseType } from '@microsoft/microsoft-graph-client';
import { BotError } from '../domain/errors';
import type { RetriedCall } from '../domain/retry-table';
import type { Clock } from '../ports/clock';
import type { Metrics } from '../ports/metrics';
import { pauseMs } from '../domain/retry-table';
import { readJsonBody } from './answer-body';
import { GraphCircuits } from './graph-circuits';
import { errorFromAnswer } from './graph-errors';
import { carriedError, graphMiddleware } from './graph-middleware';
import type { Patience } from './patience';
import { RequestGate, type Lane, type Pool } from './request-gate';
import { RequestPlan } from './request-plan';
import { retryByTable } from './retry-by-table';
import type { TokenSource } from './token-source';

export interface GraphClientOptions {
  /** With its version segment: `https://graph.microsoft.com/v1.0`. */
  baseUrl: string;
  tokens: TokenSource;
  /** 0 = no limit of ours. */
  requestsPerMinute: number;
  clock: Clock;
  metrics: Metrics;
  /** How long an open circuit stays open; ms. */
  circuitPauseMs?: number;
}

export interface GraphCall {
  method: 'GET' | 'POST' | 'PATCH';
  /** Below the base address, encoded (`/users/…?$select=id`), or a nextLink as it was given. */
  address: string;
  row: RetriedCall;
  lane: Lane;
  patience: Patience;
  body?: object;
  headers?: Readonly<Record<string, string>>;
}

export interface GraphAnswer {
  /** Parsed JSON; null for an answer without content. */
  body: unknown;
  /** Graph's own clock, the Date header; null when it is missing. */
  date: string | null;
}

export class GraphClient {
  private readonly client: Client;
  private readonly gate: RequestGate;
  private readonly circuits: GraphCircuits;
  private readonly stopped = new AbortController();

  constructor(private readonly options: GraphClientOptions) {
    const { baseUrl, tokens, requestsPerMinute, clock, metrics, circuitPauseMs } = options;
    this.gate = new RequestGate(requestsPerMinute, clock);
    this.circuits = new GraphCircuits(circuitPauseMs);
    const origin = new URL(baseUrl).origin;
    const middleware = graphMiddleware({ origin, tokens, gate: this.gate, clock, metrics });
    this.client = Client.initWithMiddleware({ middleware, baseUrl });
  }

  /** Throws BotError: what Graph refused, what was lost, or `throttled` when a wait would outlast the patience. */
  async call(call: GraphCall): Promise<GraphAnswer> {
    const { clock } = this.options;
    const address = this.resolve(call.address);
    const pool: Pool = address.pathname.includes('/security/') ? 'security' : 'directory';
    let failures = 0;
    const work = { row: call.row, patience: call.patience, clock, signal: this.stopped.signal };
    return retryByTable(work, async (deadline) => {
      const plan = new RequestPlan(address, call.lane, pool, deadline, call.patience.attemptMs, this.stopped.signal);
      try {
        return await this.circuits.through(`${pool}/${call.lane}`, () => this.exchange(call, plan));
      } catch (error) {
        failures += 1;
        this.respectThrottling(error, plan, call.patience, failures);
        throw error;
      }
    });
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

  private async exchange(call: GraphCall, plan: RequestPlan): Promise<GraphAnswer> {
    const { metrics, clock } = this.options;
    const response = await this.send(call, plan);
    try {
      if (!response.ok) {
        const body = await readJsonBody(response).catch(() => undefined);
        throw errorFromAnswer(response.status, response.headers, body, clock.now());
      }
      const answer = { body: await readJsonBody(response), date: response.headers.get('date') };
      metrics.graphRequest('ok');
      return answer;
    } catch (error) {
      if (error instanceof BotError) metrics.graphRequest(error.code);
      throw error;
    }
  }

  private async send(call: GraphCall, plan: RequestPlan): Promise<Response> {
    const request = this.client
      .api('/')
      .middlewareOptions([plan])
      .headers({ ...call.headers })
      .responseType(ResponseType.RAW);
    try {
      if (call.method === 'GET') return await request.get();
      return await (call.method === 'POST' ? request.post(call.body ?? {}) : request.patch(call.body ?? {}));
    } catch (error) {
      throw carriedError(error);
    }
  }

  /** A 429 holds up everyone who asks the same pool; immediate retries count against Graph's limit as well. */
  private respectThrottling(error: unknown, plan: RequestPlan, patience: Patience, failures: number): void {
    const isFromGraph = error instanceof BotError && error.code === 'throttled' && error.status !== undefined;
    if (!isFromGraph) return;
    const { clock } = this.options;
    this.gate.holdOff(plan.pool, error.retryAfterMs ?? pauseMs(failures, clock.random(), patience.pauseBaseMs));
  }
}
