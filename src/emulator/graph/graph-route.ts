// What every Graph operation has in common: the token, the throttle, the request ids and the error envelope.
import { randomUUID } from 'node:crypto';
import { graphErrorReply } from '../error-reply';
import type { EmulatorRequest, Reply, Route } from '../room';
import { GraphError } from './graph-error';
import type { Throttle } from './throttle';

/** The one token that is taken; a real one is never sent to an emulator. */
export const TOKEN = 'emulator';

const JSON_TYPE = 'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8';

/** Returns or resolves to the body of a 200 answer; throws GraphError to refuse. */
export type GraphHandler = (request: EmulatorRequest) => unknown;

export function graphRoute(
  method: Route['method'],
  path: string,
  handler: GraphHandler,
  throttle: Throttle | null = null,
): Route {
  return {
    method,
    path: `/v1.0${path}`,
    async handle(request) {
      const clientRequestId = request.headers['client-request-id'];
      const refusal = tokenRefusal(request) ?? throttleRefusal(throttle, clientRequestId);
      if (refusal) return refusal;
      try {
        const requestId = randomUUID();
        const headers = {
          'content-type': JSON_TYPE,
          'request-id': requestId,
          'client-request-id': clientRequestId ?? requestId,
        };
        return { status: 200, headers, body: await handler(request) };
      } catch (error) {
        if (!(error instanceof GraphError)) throw error;
        const words = { code: error.code, message: error.message };
        const reply = graphErrorReply(error.status, words, clientRequestId);
        return { ...reply, headers: { ...reply.headers, ...error.headers } };
      }
    },
  };
}

function tokenRefusal(request: EmulatorRequest): Reply | null {
  const given = request.headers['authorization'];
  if (given === `Bearer ${TOKEN}`) return null;
  const message = given ? 'CompactToken parsing failed.' : 'Access token is empty.';
  return graphErrorReply(401, { code: 'InvalidAuthenticationToken', message }, request.headers['client-request-id']);
}

function throttleRefusal(throttle: Throttle | null, clientRequestId: string | undefined): Reply | null {
  const waitSeconds = throttle?.take() ?? 0;
  if (waitSeconds === 0) return null;
  const words = { code: 'TooManyRequests', message: 'Please retry again later.' };
  const reply = graphErrorReply(429, words, clientRequestId);
  return { ...reply, headers: { ...reply.headers, 'retry-after': String(waitSeconds) } };
}

/** `http://host:port/v1.0`, as the caller addressed it; links and contexts begin with it. */
export function serviceRoot(request: EmulatorRequest): string {
  return `http://${request.headers['host'] ?? '127.0.0.1'}/v1.0`;
}
