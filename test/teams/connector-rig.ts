// The Connector's side of the Teams room against a recorded Connector, for tests of what goes out.
import { aConversation, CHANNEL } from '../builders/click';
import { HOME_TENANT } from '../builders/people';
import { FakeClock } from '../fakes/fake-clock';
import { FakeConnector } from '../fakes/fake-connector';
import { FakeMetrics } from '../fakes/fake-metrics';
import { BOT_MRI } from '../fixtures/teams/activities';
import type { Conversation } from '../../src/ports/conversation-book';
import { CLOUD_ENDPOINTS } from '../../src/teams/cloud-endpoints';
import { ConnectorCalls } from '../../src/teams/connector-calls';
import { ConnectorClients } from '../../src/teams/connector-clients';
import { ConnectorToken } from '../../src/teams/connector-token';
import { ServiceUrlRule } from '../../src/teams/service-url';
import { TeamsCardPoster } from '../../src/teams/teams-card-poster';
import { TeamsPersonMessenger } from '../../src/teams/teams-person-messenger';
import { TeamsChannelRoster } from '../../src/teams/teams-channel-roster';

export const DEADLINE_MS = 300;

export class ConnectorRig {
  readonly clock = new FakeClock('stands');
  readonly metrics = new FakeMetrics();
  readonly connector = new FakeConnector();
  readonly conversations = new Map<string, Conversation>();
  readonly book = { find: async (channel: string) => this.conversations.get(channel) ?? null };
  tokensAsked: boolean[] = [];
  readonly token = new ConnectorToken(async (force) => {
    this.tokensAsked.push(force);
    return 'real';
  }, this.clock);
  readonly clients = new ConnectorClients(new ServiceUrlRule(CLOUD_ENDPOINTS.global.serviceHosts, true), this.token);
  readonly calls = new ConnectorCalls({ ...this, deadlineMs: DEADLINE_MS });
  readonly poster = new TeamsCardPoster(this.book, this.calls);
  readonly messenger = new TeamsPersonMessenger(this.book, this.calls);
  readonly roster = new TeamsChannelRoster({ ...this, homeTenantId: HOME_TENANT });

  async start(): Promise<this> {
    await this.connector.start();
    this.install(CHANNEL);
    return this;
  }

  install(channel: string, more: Partial<Conversation> = {}): void {
    this.conversations.set(
      channel,
      aConversation(channel, { botId: BOT_MRI, serviceUrl: this.connector.serviceUrl, ...more }),
    );
  }

  async stop(): Promise<void> {
    this.clients.close();
    await this.connector.stop();
  }
}
