// One call to the Bot Connector: one request, one deadline, one count, one kind of error.
import type { ConnectorClient } from 'botframework-connector';
import { isBotError } from '../domain/errors';
import type { Clock } from '../ports/clock';
import type { Metrics } from '../ports/metrics';
import type { ConnectorClients } from './connector-clients';
import { connectorError } from './connector-errors';
import type { ConnectorToken } from './connector-token';

export const CALL_DEADLINE_MS = 20_000;

export interface ConnectorCallsOptions {
  clients: ConnectorClients;
  token: ConnectorToken;
  clock: Pick<Clock, 'now'>;
  metrics: Pick<Metrics, 'connectorRequest'>;
  /** A shorter deadline, for tests. */
  deadlineMs?: number;
}

/** What the work hands to the client's method, so that the deadline cuts the socket. */
export interface CallOptions {
  abortSignal: AbortSignal;
}

export class ConnectorCalls {
  constructor(private readonly options: ConnectorCallsOptions) {}

  /** `work` makes exactly one request. Throws BotError (`from: 'connector'`). */
  async call<T>(serviceUrl: string, work: (client: ConnectorClient, options: CallOptions) => Promise<T>): Promise<T> {
    const { clients, metrics, clock, token, deadlineMs = CALL_DEADLINE_MS } = this.options;
    try {
      const client = clients.clientFor(serviceUrl);
      const answer = await work(client, { abortSignal: AbortSignal.timeout(deadlineMs) });
      metrics.connectorRequest('ok');
      return answer;
    } catch (error) {
      const translated = connectorError(error, clock.now());
      metrics.connectorRequest(translated.code);
      if (isBotError(translated, 'unauthorised')) token.refused();
      throw translated;
    }
  }
}
