// One request to Graph and its answer, read whole and translated. Whether to ask again is the client's business.
import { ResponseType, type Client } from '@microsoft/microsoft-graph-client';
import { BotError } from '../domain/errors';
import type { Clock } from '../ports/clock';
import type { Metrics } from '../ports/metrics';
import { readJsonBody } from './answer-body';
import { errorFromAnswer } from './graph-errors';
import { carriedError } from './graph-middleware';
import { queryRefusal } from './query-refusal';
import type { RequestPlan } from './request-plan';

export interface GraphRequest {
  method: 'GET' | 'POST' | 'PATCH';
  body?: object;
}

export interface GraphAnswer {
  /** Parsed JSON; null for an answer without content. */
  body: unknown;
  /** Graph's own clock, the Date header; null when it is missing. */
  date: string | null;
}

export class GraphExchange {
  constructor(
    private readonly client: Client,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
  ) {}

  /** Throws BotError for every answer but a success with JSON. */
  async run(request: GraphRequest, plan: RequestPlan): Promise<GraphAnswer> {
    try {
      const response = await this.send(request, plan);
      const answer = await this.read(response, plan);
      this.metrics.graphRequest('ok');
      return answer;
    } finally {
      plan.attempt.end();
    }
  }

  private async read(response: Response, { pool }: RequestPlan): Promise<GraphAnswer> {
    try {
      if (response.ok) return { body: await readJsonBody(response), date: response.headers.get('date') };
      const body = await readJsonBody(response).catch(() => undefined);
      const error = errorFromAnswer(response.status, response.headers, body, this.clock.now());
      throw pool === 'hunting' ? queryRefusal(error, body) : error;
    } catch (error) {
      if (error instanceof BotError) this.metrics.graphRequest(error.code);
      throw error;
    }
  }

  private async send({ method, body = {} }: GraphRequest, plan: RequestPlan): Promise<Response> {
    const request = this.client.api('/').middlewareOptions([plan]).responseType(ResponseType.RAW);
    try {
      if (method === 'GET') return await request.get();
      return await (method === 'POST' ? request.post(body) : request.patch(body));
    } catch (error) {
      throw carriedError(error);
    }
  }
}
