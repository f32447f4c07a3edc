// The token the bot brings to the Bot Connector, from the bot packages' own credentials: one request at a time, with a
// deadline, and renewed when the Connector refuses it.
import {
  AppCredentials,
  JwtTokenProviderFactory,
  ManagedIdentityServiceClientCredentialsFactory,
  PasswordServiceClientCredentialFactory,
} from 'botframework-connector';
import { BotError } from '../domain/errors';
import type { Clock } from '../ports/clock';
import type { CloudEndpoints } from './cloud-endpoints';

export const TOKEN_DEADLINE_MS = 10_000;
export const TOKEN_RENEWAL_PAUSE_MS = 60_000;

export interface BotRegistration {
  id: string;
  type: 'SingleTenant' | 'UserAssignedMSI';
  tenantId: string;
  /** Not used for a managed identity. */
  password: string | null;
}

/** Asks Entra; `force` passes by every cache. */
export type RequestToken = (force: boolean) => Promise<string>;

/** The registration as the bot packages take it: client secret, or the managed identity of the machine. */
export async function botCredentials(bot: BotRegistration, endpoints: CloudEndpoints): Promise<AppCredentials> {
  const factory =
    bot.type === 'SingleTenant'
      ? new PasswordServiceClientCredentialFactory(bot.id, bot.password ?? '', bot.tenantId)
      : new ManagedIdentityServiceClientCredentialsFactory(bot.id, new JwtTokenProviderFactory());
  const login = `${endpoints.loginUrlPrefix}${bot.tenantId}`;
  const credentials = await factory.createCredentials(bot.id, endpoints.connectorScope, login, true);
  if (!(credentials instanceof AppCredentials)) throw new Error('The bot packages gave no credentials');
  return credentials;
}

export function tokenRequest(bot: BotRegistration, endpoints: CloudEndpoints): RequestToken {
  return async (force) => (await botCredentials(bot, endpoints)).getToken(force);
}

export class ConnectorToken {
  private requesting: Promise<string> | null = null;
  private isRefused = false;
  private renewedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly request: RequestToken,
    private readonly clock: Pick<Clock, 'now' | 'sleep'>,
  ) {}

  /** Throws BotError `credentialRefused` when Entra says no, `notConnected` when it does not answer in time. */
  current(): Promise<string> {
    this.requesting ??= this.ask().finally(() => (this.requesting = null));
    return this.requesting;
  }

  /** The Connector refused the token: the next one is asked for anew, at most once a minute. */
  refused(): void {
    this.isRefused = this.clock.now() - this.renewedAt >= TOKEN_RENEWAL_PAUSE_MS;
  }

  private async ask(): Promise<string> {
    const force = this.isRefused;
    this.isRefused = false;
    if (force) this.renewedAt = this.clock.now();
    const done = new AbortController();
    const late = this.clock.sleep(TOKEN_DEADLINE_MS, done.signal).then(() => null);
    try {
      const token = await Promise.race([this.request(force), late]);
      if (token !== null) return token;
    } catch (error) {
      throw new BotError('credentialRefused', { from: 'connector', detail: 'TokenRefused', cause: error });
    } finally {
      done.abort();
    }
    throw new BotError('notConnected', { from: 'connector', detail: 'TokenLate' });
  }
}
