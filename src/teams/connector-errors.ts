// Turns what a call to the Bot Connector can fail with into the house's closed list, once, by status and code word.
// The service's message texts may name people and stop here.
import { z } from 'zod/v4';
import { BotError, type BotErrorOptions, type ErrorCode } from '../domain/errors';

export const RETRY_AFTER_MAX_MS = 5 * 60_000;

/** The documented code words of the Connector; any other is dropped. */
const CODE_WORDS: readonly string[] = [
  'BotNotRegistered',
  'BotDisabledByAdmin',
  'BotNotInConversationRoster',
  'ConversationBlockedByUser',
  'ForbiddenOperationException',
  'InvalidBotApiHost',
  'NotEnoughPermissions',
  'ActivityNotFoundInConversation',
  'ConversationNotFound',
  'MemberNotFoundInConversation',
  'PreconditionFailed',
  'MessageSizeTooBig',
  'Throttled',
  'ServiceError',
];

/** Codes of Node's sockets and TLS that are raised before the first byte of a request is sent. */
const BEFORE_CONNECT =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|CERT_|ERR_TLS_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO)/;

const BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  400: 'badRequest',
  401: 'unauthorised',
  403: 'forbidden',
  404: 'notFound',
  408: 'timedOut',
  409: 'conflict',
  412: 'conflict',
  413: 'tooLarge',
  429: 'throttled',
};

const hasGet = (headers: unknown) => typeof headers === 'object' && headers !== null && 'get' in headers;

const restError = z.object({
  statusCode: z.number().int().optional(),
  code: z.string().optional().catch(undefined),
  response: z
    .object({ headers: z.custom<{ get(name: string): string | undefined }>(hasGet) })
    .optional()
    .catch(undefined),
});

type RestError = z.infer<typeof restError>;

function codeForStatus(status: number): ErrorCode {
  const known = BY_STATUS[status];
  if (known !== undefined) return known;
  if (status >= 500) return 'unavailable';
  // A success that could not be read, or a redirect, which nothing here follows.
  return status < 400 ? 'garbage' : 'badRequest';
}

/** Whole or fractional seconds, or an HTTP date; undefined when it is neither. */
function retryAfterMs(error: RestError, now: number): number | undefined {
  const text = error.response?.headers.get('retry-after')?.trim();
  if (text === undefined || text === '') return undefined;
  const isDate = /^[A-Z][a-z]{2}, /.test(text);
  const ms = /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : isDate ? Date.parse(text) - now : Number.NaN;
  return Number.isNaN(ms) ? undefined : Math.min(RETRY_AFTER_MAX_MS, Math.max(0, Math.ceil(ms)));
}

function fromAnswer(error: RestError, status: number, now: number): BotError {
  const detail = error.code !== undefined && CODE_WORDS.includes(error.code) ? error.code : undefined;
  const wait = retryAfterMs(error, now);
  const options: BotErrorOptions = {
    from: 'connector',
    status,
    ...(detail !== undefined && { detail }),
    ...(wait !== undefined && { retryAfterMs: wait }),
  };
  return new BotError(codeForStatus(status), options);
}

/** `now` in milliseconds since the epoch, for a `Retry-After` that names a date. Without an answer, doubt is `timedOut`. */
export function connectorError(error: unknown, now: number): BotError {
  if (error instanceof BotError) return error;
  const read = restError.safeParse(error);
  if (!read.success) return new BotError('garbage', { from: 'connector', cause: error });
  const { statusCode, code } = read.data;
  if (statusCode !== undefined) return fromAnswer(read.data, statusCode, now);
  const unsent = code !== undefined && BEFORE_CONNECT.test(code);
  return new BotError(unsent ? 'notConnected' : 'timedOut', { from: 'connector' });
}
