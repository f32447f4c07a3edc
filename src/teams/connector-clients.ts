// Connector clients, one per service URL, that send each request once: the package's own retries would post a card
// twice, and its redirects would take the token to a host nobody allowed.
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { ConnectorClient } from 'botframework-connector';
import { BotError } from '../domain/errors';
import type { ConnectorToken } from './connector-token';
import type { ServiceUrlRule } from './service-url';

export const CLIENTS_MAX = 32;
export const IDLE_SOCKET_MS = 15_000;
const MAX_SOCKETS_PER_HOST = 50;
/** What a Connector on this machine is shown; no credential is asked for. */
export const LOOPBACK_TOKEN = 'emulator';

interface SentRequest {
  url: string;
  agent?: HttpAgent;
}

/** As much of the package's request pipeline as is used here. */
interface Pipeline {
  removePolicy(policy: { name: string }): unknown;
  addPolicy(policy: {
    name: string;
    sendRequest(request: SentRequest, next: (request: SentRequest) => Promise<unknown>): Promise<unknown>;
  }): void;
}

const UNWANTED_POLICIES = ['defaultRetryPolicy', 'redirectPolicy'];

export class ConnectorClients {
  private readonly clients = new Map<string, ConnectorClient>();
  private readonly httpAgent = new HttpAgent({
    keepAlive: true,
    maxSockets: MAX_SOCKETS_PER_HOST,
    timeout: IDLE_SOCKET_MS,
  });
  private readonly httpsAgent = new HttpsAgent({
    keepAlive: true,
    maxSockets: MAX_SOCKETS_PER_HOST,
    timeout: IDLE_SOCKET_MS,
  });

  constructor(
    private readonly serviceUrls: ServiceUrlRule,
    private readonly token: ConnectorToken,
  ) {}

  /** Throws BotError `forbidden` for a service URL the bot may not talk to: no connection, no token. */
  clientFor(serviceUrl: string): ConnectorClient {
    if (!this.serviceUrls.allows(serviceUrl)) {
      throw new BotError('forbidden', { from: 'connector', detail: 'ServiceUrlNotAllowed' });
    }
    const known = this.clients.get(serviceUrl);
    if (known !== undefined) return known;
    const oldest = this.clients.keys().next();
    if (this.clients.size >= CLIENTS_MAX && oldest.done === false) this.clients.delete(oldest.value);
    const client = this.createClient(serviceUrl);
    this.clients.set(serviceUrl, client);
    return client;
  }

  /** Closes the idle sockets. */
  close(): void {
    this.httpAgent.destroy();
    this.httpsAgent.destroy();
    this.clients.clear();
  }

  private createClient(serviceUrl: string): ConnectorClient {
    const toLoopback = this.serviceUrls.isLoopback(serviceUrl);
    const client = new ConnectorClient(
      {
        signRequest: async (request) => {
          request.headers.set('Authorization', `Bearer ${toLoopback ? LOOPBACK_TOKEN : await this.token.current()}`);
          return request;
        },
      },
      { baseUri: serviceUrl },
    );
    // The package has no option for any of this; its pipeline is reached by name.
    const pipeline: Pipeline = client['client'].pipeline;
    for (const name of UNWANTED_POLICIES) pipeline.removePolicy({ name });
    pipeline.addPolicy({
      name: 'keepAliveAgent',
      sendRequest: (request, next) => {
        request.agent = request.url.startsWith('https:') ? this.httpsAgent : this.httpAgent;
        return next(request);
      },
    });
    return client;
  }
}
