// Error bodies where no room speaks: unknown routes, oversized bodies and switched-on faults. Graph's paths get
// Graph's envelope, the Connector's the shorter one of the Bot Framework.
import { randomUUID } from 'node:crypto';
import type { Reply } from './room';

interface Words {
  code: string;
  message: string;
}

const graphWords: Record<number, Words> = {
  400: { code: 'BadRequest', message: 'The request is malformed or incorrect.' },
  401: { code: 'InvalidAuthenticationToken', message: 'Lifetime validation failed, the token is expired.' },
  403: { code: 'Forbidden', message: 'Missing application roles.' },
  404: { code: 'ResourceNotFound', message: 'Resource not found.' },
  429: { code: 'TooManyRequests', message: 'Please retry again later.' },
  500: { code: 'UnknownError', message: '' },
  503: { code: 'ServiceUnavailable', message: 'The service is temporarily unavailable.' },
  504: { code: 'UnknownError', message: '' },
};

const connectorWords: Record<number, Words> = {
  401: { code: 'BotNotRegistered', message: 'No registered bot found for this AppId.' },
  403: { code: 'BotNotInConversationRoster', message: 'The bot is not part of the conversation roster.' },
  404: { code: 'ConversationNotFound', message: 'Conversation not found.' },
  412: { code: 'PreconditionFailed', message: 'Precondition failed, please try again.' },
  413: { code: 'MessageSizeTooBig', message: 'Message size too large.' },
  429: { code: 'Throttled', message: 'Too many requests.' },
  502: { code: 'BadGateway', message: 'Service error.' },
  503: { code: 'ServiceUnavailable', message: 'Service unavailable.' },
};

export function isGraphPath(path: string): boolean {
  return path.startsWith('/v1.0/');
}

/** The service's usual body for this status, with `words` where the caller knows better. */
export function errorReply(path: string, status: number, words?: Words, clientRequestId?: string): Reply {
  if (!isGraphPath(path)) {
    const told = words ?? connectorWords[status] ?? { code: 'ServiceError', message: `Answered ${status}.` };
    return { status, body: { error: told } };
  }
  return graphErrorReply(status, words ?? graphWords[status] ?? { code: 'UnknownError', message: '' }, clientRequestId);
}

/** Graph's envelope: `error` with an `innerError` that repeats both request ids and the time without a zone. */
export function graphErrorReply(status: number, words: Words, clientRequestId?: string): Reply {
  const requestId = randomUUID();
  const innerError: Record<string, string> = {
    date: new Date().toISOString().slice(0, 19),
    'request-id': requestId,
    'client-request-id': clientRequestId ?? requestId,
  };
  if (status === 429) Object.assign(innerError, { code: '429', message: 'Please retry after', status: '429' });
  return {
    status,
    headers: { 'request-id': requestId, 'client-request-id': clientRequestId ?? requestId },
    body: { error: { ...words, innerError } },
  };
}
