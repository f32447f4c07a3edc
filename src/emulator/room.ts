// What a room of the emulator hands to the server: a list of routes. The server alone touches sockets, so that
// recording, faults and the coverage list are the same for every room.
import type { IncomingMessage, ServerResponse } from 'node:http';

export interface EmulatorRequest {
  method: string;
  /** Path without query, decoded parameters by name. */
  path: string;
  params: Record<string, string>;
  query: URLSearchParams;
  headers: Record<string, string | undefined>;
  /** Parsed JSON when the body is JSON, else the raw text; undefined when there was none. */
  body: unknown;
}

export interface Reply {
  status: number;
  headers?: Record<string, string>;
  /** An object is sent as JSON, a string or Buffer as it stands. */
  body?: unknown;
}

export type Support = 'supported' | 'partial' | 'absent';

export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `/v1.0/security/alerts_v2/:id`; `:name` matches one segment, decoded. */
  path: string;
  handle(request: EmulatorRequest): Reply | Promise<Reply>;
}

/** A route that keeps the response open (server-sent events); no faults are applied to it. */
export interface StreamRoute {
  method: 'GET';
  path: string;
  stream(request: EmulatorRequest, raw: IncomingMessage, response: ServerResponse): void;
}

export interface Room {
  name: string;
  routes: (Route | StreamRoute)[];
  start?(baseUrl: string): Promise<void>;
  stop?(): Promise<void>;
}
