// Chooses where tokens come from: Entra for an https address, a fixed word for an emulator on this machine.
import type { TokenCredentialOptions } from '@azure/identity';
import type { Clock } from '../ports/clock';
import type { Logger } from '../ports/logger';
import { entraTokenFetcher } from './entra-token';
import { createCredential, type CredentialSettings } from './graph-credential';
import { CachedTokenSource, type TokenSource } from './token-source';

export const EMULATOR_TOKEN = 'emulator';
const LOOPBACK_HOSTS = new Set(['127.0.0.1', '[::1]', 'localhost']);

export interface TokenSourceOptions {
  /** Graph's address with its version segment; its origin is the audience of the token. */
  baseUrl: string;
  credential: CredentialSettings;
  clock: Clock;
  logger: Logger;
  /** Another transport to Entra than the library's own. */
  httpClient?: NonNullable<TokenCredentialOptions['httpClient']>;
}

const emulatorTokens: TokenSource = {
  current: async () => EMULATOR_TOKEN,
  renewed: async () => EMULATOR_TOKEN,
};

/** Throws an Error when the address is plain http elsewhere than on this machine: a token would travel in the open. */
export function createTokenSource(options: TokenSourceOptions): TokenSource {
  const { protocol, hostname, origin } = new URL(options.baseUrl);
  if (protocol !== 'https:') {
    if (protocol === 'http:' && LOOPBACK_HOSTS.has(hostname)) return emulatorTokens;
    throw new Error('GRAPH_BASE_URL: plain http is accepted for a loopback address only');
  }
  const transport = options.httpClient === undefined ? {} : { httpClient: options.httpClient };
  const create = (library: TokenCredentialOptions) =>
    createCredential(options.credential, { ...library, ...transport });
  const fetchToken = entraTokenFetcher(create, `${origin}/.default`, options.clock);
  return new CachedTokenSource(fetchToken, options.clock, options.logger);
}
