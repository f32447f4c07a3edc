// Where a bot finds the keys its incoming activities are signed with, in the form of Bot Framework's OpenID metadata.
import type { Route } from '../../room';
import { TOKEN_ISSUER } from './signing-key';
import type { SigningKey } from './signing-key';

export const OPENID_PATH = '/connector/openid/.well-known/openidconfiguration';
export const KEYS_PATH = '/connector/openid/keys';

/** The two public documents; no token is asked for. `baseUrl` is the emulator's own origin. */
export function openIdRoutes(key: SigningKey, baseUrl: () => string): Route[] {
  const metadata = () => ({
    issuer: TOKEN_ISSUER,
    jwks_uri: `${baseUrl()}${KEYS_PATH}`,
    id_token_signing_alg_values_supported: ['RS256'],
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
  });
  return [
    { method: 'GET', path: OPENID_PATH, handle: () => ({ status: 200, body: metadata() }) },
    { method: 'GET', path: KEYS_PATH, handle: () => ({ status: 200, body: key.published() }) },
  ];
}
