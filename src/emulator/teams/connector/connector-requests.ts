// The Connector's routes as a table of tails: both addresses of each, its door, and its refusals. What a route does
// is given by the caller.
import type { EmulatorRequest, Reply, Route } from '../../room';
import { requireBearer } from './bearer';
import { ConnectorRefusal, refusalReply } from './connector-errors';

/** With and without the region and tenant that Teams puts in its service URL. */
export const CONNECTOR_PREFIXES = ['/connector', '/connector/amer/:tenant'] as const;

type Handler = (request: EmulatorRequest) => Reply | Promise<Reply>;

/** A handler that asks for a bearer token first and answers a ConnectorRefusal in the documented form. */
export function atTheDoor(handle: Handler): Handler {
  return async (request) => {
    try {
      requireBearer(request);
      return await handle(request);
    } catch (error) {
      if (error instanceof ConnectorRefusal) return refusalReply(error);
      throw error;
    }
  };
}

/** The routes of one operation, `tail` beginning with `/v3/`. */
export function connectorRoutes(method: Route['method'], tail: string, handle: Handler): Route[] {
  return CONNECTOR_PREFIXES.map((prefix) => ({ method, path: `${prefix}${tail}`, handle: atTheDoor(handle) }));
}

/** A decoded path parameter; the router guarantees it for every named segment. */
export function param(request: EmulatorRequest, name: string): string {
  return request.params[name] ?? '';
}
