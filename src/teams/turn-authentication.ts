// What the bot packages ask of "authentication": incoming requests are proven before they get here, so nothing is asked
// of Microsoft again, and outgoing calls use the same clients as everything else.
import {
  BotFrameworkAuthentication,
  ConnectorFactory,
  UserTokenClient,
  type AuthenticateRequestResult,
  type ConnectorClient,
} from 'botframework-connector';
import type { ConnectorClients } from './connector-clients';

class TurnConnectorFactory extends ConnectorFactory {
  constructor(private readonly clients: ConnectorClients) {
    super();
  }

  override async create(serviceUrl: string): Promise<ConnectorClient> {
    return this.clients.clientFor(serviceUrl);
  }
}

/** People sign in to Teams, never to this bot. */
class NoSignIn extends UserTokenClient {
  private refuse(): never {
    throw new Error('This bot asks nobody to sign in');
  }
  override getUserToken = async () => this.refuse();
  override getSignInResource = async () => this.refuse();
  override signOutUser = async () => this.refuse();
  override getTokenStatus = async () => this.refuse();
  override getAadTokens = async () => this.refuse();
  override exchangeToken = async () => this.refuse();
}

export class TurnAuthentication extends BotFrameworkAuthentication {
  private readonly connectorFactory: ConnectorFactory;
  private readonly noSignIn = new NoSignIn();

  constructor(clients: ConnectorClients) {
    super();
    this.connectorFactory = new TurnConnectorFactory(clients);
  }

  override authenticateRequest(): Promise<AuthenticateRequestResult> {
    return Promise.reject(new Error('Activities are admitted by the gate alone'));
  }

  override authenticateStreamingRequest(): Promise<AuthenticateRequestResult> {
    return Promise.reject(new Error('Activities are admitted by the gate alone'));
  }

  override createConnectorFactory(): ConnectorFactory {
    return this.connectorFactory;
  }

  override async createUserTokenClient(): Promise<UserTokenClient> {
    return this.noSignIn;
  }
}
