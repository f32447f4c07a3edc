// Asks Entra for a token through a credential of @azure/identity and translates its refusals at the door: by the OAuth
// `error` word and the status, since Microsoft asks not to depend on AADSTS numbers or texts.
import type { TokenCredential, TokenCredentialOptions } from '@azure/identity';
import { z } from 'zod/v4';
import { BotError } from '../domain/errors';
import type { Clock } from '../ports/clock';
import { errorFromNetwork } from './network-failure';
import { TOKEN } from './patience';
import { parseRetryAfter } from './retry-after';
import { retryByTable } from './retry-by-table';
import type { FetchedToken } from './token-source';
import { waitNoLonger } from './wait-no-longer';

/** OAuth error words (RFC 6749, Entra's own) that may stand in a log. */
const OAUTH_ERRORS = [
  'invalid_client',
  'invalid_grant',
  'invalid_request',
  'invalid_resource',
  'invalid_scope',
  'unauthorized_client',
  'interaction_required',
  'server_error',
  'temporarily_unavailable',
] as const;
const PASSING = new Set<string>(['server_error', 'temporarily_unavailable']);
const refusalShape = z.object({ error: z.string() });

type Policy = NonNullable<TokenCredentialOptions['additionalPolicies']>[number]['policy'];
type Answer = Awaited<ReturnType<Policy['sendRequest']>>;

export type CredentialFactory = (options: TokenCredentialOptions) => TokenCredential;

function oauthError(text: string | null | undefined): (typeof OAUTH_ERRORS)[number] | undefined {
  try {
    const refusal = refusalShape.safeParse(JSON.parse(text ?? ''));
    return OAUTH_ERRORS.find((known) => known === refusal.data?.error);
  } catch {
    return undefined;
  }
}

/** Null for an answer that is no refusal. */
export function errorFromEntra(status: number, text: string | null, retryAfter: string | null, now: number) {
  if (status < 400) return null;
  const detail = oauthError(text);
  const passing = status >= 500 || (detail !== undefined && PASSING.has(detail));
  const code =
    status === 429 ? 'throttled' : status === 408 ? 'timedOut' : passing ? 'unavailable' : 'credentialRefused';
  const retryAfterMs = parseRetryAfter(retryAfter, now);
  return new BotError(code, {
    from: 'entra',
    status,
    ...(detail === undefined ? {} : { detail }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}

/** The library wraps what happened in errors that hold only text; this policy sees it first hand. */
class Witness implements Policy {
  readonly name = 'irmEntraWitness';
  failure: BotError | null = null;

  constructor(private readonly now: () => number) {}

  sendRequest: Policy['sendRequest'] = async (request, next) => {
    request.timeout = TOKEN.attemptMs;
    let answer: Answer;
    try {
      answer = await next(request);
    } catch (error) {
      this.failure = errorFromNetwork(error, 'entra');
      throw error;
    }
    const retryAfter = answer.headers.get('retry-after') ?? null;
    this.failure = errorFromEntra(answer.status, answer.bodyAsText ?? null, retryAfter, this.now());
    return answer;
  };
}

async function fetchOnce(create: CredentialFactory, scope: string, clock: Clock): Promise<FetchedToken> {
  const witness = new Witness(() => clock.now());
  try {
    const credential = create({
      retryOptions: { maxRetries: 0 },
      additionalPolicies: [{ policy: witness, position: 'perCall' }],
    });
    const granted = await waitNoLonger(credential.getToken(scope), TOKEN.attemptMs, 'entra');
    if (granted === null) throw new BotError('credentialRefused', { from: 'entra' });
    return { token: granted.token, expiresAt: granted.expiresOnTimestamp };
  } catch (error) {
    if (error instanceof BotError) throw error;
    // Without an answer to blame, the credential itself is unusable (no certificate file, no managed identity).
    throw witness.failure ?? new BotError('credentialRefused', { from: 'entra', cause: error });
  }
}

/** `scope`: `https://graph.microsoft.com/.default` of the cloud. The function throws BotError (`from: 'entra'`). */
export function entraTokenFetcher(create: CredentialFactory, scope: string, clock: Clock): () => Promise<FetchedToken> {
  const signal = new AbortController().signal;
  const work = { row: 'entraToken', patience: TOKEN, clock, signal } as const;
  return () => retryByTable(work, () => fetchOnce(create, scope, clock));
}
