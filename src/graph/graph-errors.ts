// Graph's refusals as the bot's error codes, once, at the door: by status and code word, never by message text, which
// may name people. Only what is wrong with a query stands in the message alone: see query-refusal.ts.
import { z } from 'zod/v4';
import { BotError, type ErrorCode } from '../domain/errors';
import { parseRetryAfter } from './retry-after';

/** Code words that may stand in a log; any other is dropped. */
export const KNOWN_GRAPH_CODES = [
  'Authorization_RequestDenied',
  'BadRequest',
  'Forbidden',
  'InvalidAuthenticationToken',
  'InvalidRequestBody',
  'NotFound',
  'Request_BadRequest',
  'Request_ResourceNotFound',
  'Request_UnsupportedQuery',
  'ResourceNotFound',
  'TooManyRequests',
  'UnknownError',
] as const;

const innerShape = z.object({ code: z.unknown() }).partial().nullish().catch(null);
const envelopeShape = z.object({
  error: z.object({ code: z.unknown(), innerError: innerShape, innererror: innerShape }).partial(),
});

/** Code words of the envelope, outermost first; both spellings of the inner object occur. */
function codesOf(body: unknown): string[] {
  const envelope = envelopeShape.safeParse(body);
  if (!envelope.success) return [];
  const { code, innerError, innererror } = envelope.data.error;
  return [code, innerError?.code, innererror?.code].filter((word) => typeof word === 'string');
}

const BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  401: 'unauthorised',
  403: 'forbidden',
  404: 'notFound',
  408: 'timedOut',
  409: 'conflict',
  410: 'notFound',
  412: 'conflict',
  413: 'tooLarge',
  429: 'throttled',
  // Whoever gave up waiting here, the request may have been carried out.
  504: 'timedOut',
};

function codeFor(status: number, codes: readonly string[]): ErrorCode {
  if (codes.includes('TooManyRequests') || codes.includes('429')) return 'throttled';
  const known = BY_STATUS[status];
  if (known !== undefined) return known;
  if (status >= 500) return 'unavailable';
  // A redirect is never followed: an answer from elsewhere would be no answer of Graph's.
  return status >= 400 ? 'badRequest' : 'garbage';
}

/** Any answer that is no success. `body` is the parsed body, or undefined where it was no JSON. */
export function errorFromAnswer(status: number, headers: Headers, body: unknown, now: number): BotError {
  const codes = codesOf(body);
  const detail = KNOWN_GRAPH_CODES.find((known) => codes.includes(known));
  const answeredAt = Date.parse(headers.get('date') ?? '');
  const retryAfterMs = parseRetryAfter(headers.get('retry-after'), Number.isNaN(answeredAt) ? now : answeredAt);
  return new BotError(codeFor(status, codes), {
    from: 'graph',
    status,
    ...(detail === undefined ? {} : { detail }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  });
}

/** An answer of the right status that cannot be used: no JSON, another shape, another person's data. */
export function garbageAnswer(status?: number): BotError {
  return new BotError('garbage', { from: 'graph', ...(status === undefined ? {} : { status }) });
}
