// Entra's sign-in endpoints behind the identity library's own transport seam: discovery always works, the token
// endpoint answers as the test says.
import type { TokenCredentialOptions } from '@azure/identity';

type HttpClient = NonNullable<TokenCredentialOptions['httpClient']>;
type Request = Parameters<HttpClient['sendRequest']>[0];
type Answer = Awaited<ReturnType<HttpClient['sendRequest']>>;

export interface TokenAnswer {
  status: number;
  body?: object | string;
  headers?: Record<string, string>;
  /** Fails on the wire with this system code instead. */
  wire?: string;
  delayMs?: number;
}

export interface FakeEntra {
  httpClient: HttpClient;
  /** Bodies of the token requests so far. */
  tokenRequests: URLSearchParams[];
  /** Hosts that were spoken to. */
  hosts: Set<string>;
}

const LOGIN = 'https://login.microsoftonline.com';
const METADATA = {
  token_endpoint: `${LOGIN}/tenant/oauth2/v2.0/token`,
  authorization_endpoint: `${LOGIN}/tenant/oauth2/v2.0/authorize`,
  issuer: `${LOGIN}/tenant/v2.0`,
  tenant_discovery_endpoint: `${LOGIN}/tenant/v2.0/.well-known/openid-configuration`,
  'api-version': '1.1',
  metadata: [],
};

/** A granted token, as Entra words it. */
export function granted(token: string, expiresInSeconds = 3_599): TokenAnswer {
  return { status: 200, body: { token_type: 'Bearer', expires_in: expiresInSeconds, access_token: token } };
}

/** `answers` in turn; the last one for good. */
export function createFakeEntra(...answers: TokenAnswer[]): FakeEntra {
  const tokenRequests: URLSearchParams[] = [];
  const hosts = new Set<string>();
  const httpClient: HttpClient = {
    async sendRequest(request) {
      hosts.add(new URL(request.url).host);
      if (!new URL(request.url).pathname.endsWith('/token')) return answerTo(request, { status: 200, body: METADATA });
      tokenRequests.push(new URLSearchParams(String(request.body)));
      const answer = answers[Math.min(tokenRequests.length, answers.length) - 1] ?? { status: 500 };
      if (answer.delayMs !== undefined) await new Promise((resolve) => setTimeout(resolve, answer.delayMs));
      if (answer.wire !== undefined) throw Object.assign(new Error('wire'), { code: answer.wire });
      return answerTo(request, answer);
    },
  };
  return { httpClient, tokenRequests, hosts };
}

function answerTo(request: Request, answer: TokenAnswer): Answer {
  const headers = request.headers;
  for (const name of Object.keys(headers.toJSON())) headers.delete(name);
  for (const [name, value] of Object.entries({ 'content-type': 'application/json', ...answer.headers })) {
    headers.set(name, value);
  }
  const bodyAsText = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body ?? {});
  return { request, status: answer.status, headers, bodyAsText };
}
