// Whether a request that failed on the wire can have reached the other side: what decides if it may be sent again.
import { BotError, type OutsideSystem } from '../domain/errors';

/** System and TLS words for a connection that never came to be; whatever else fails may have been carried out. */
const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);
const CONNECTING = new Set(['connect', 'getaddrinfo']);
const MAX_CAUSES = 5;

function property(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined;
}

function neverConnected(error: unknown): boolean {
  let link = error;
  for (let depth = 0; depth < MAX_CAUSES && link !== undefined; depth += 1) {
    const [code, syscall] = [property(link, 'code'), property(link, 'syscall')];
    if (typeof code === 'string' && NEVER_CONNECTED.has(code)) return true;
    if (typeof syscall === 'string' && CONNECTING.has(syscall)) return true;
    link = property(link, 'cause');
  }
  return false;
}

/** `notConnected` when nothing was sent, `timedOut` when the answer is unknown (deadline, reset, half a body). */
export function errorFromNetwork(error: unknown, from: OutsideSystem): BotError {
  return new BotError(neverConnected(error) ? 'notConnected' : 'timedOut', { from, cause: error });
}
