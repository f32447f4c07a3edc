// One request from its head to its end: recorded, routed, put under a fault if one is switched on, answered.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { errorReply } from './error-reply';
import { playExchange } from './fault-effects';
import type { FaultTable } from './faults';
import type { RecordedRequest, Recorder } from './recorder';
import { send, toWire } from './reply-wire';
import { BodyTooLarge, readBody } from './request-body';
import type { EmulatorRequest, Reply, Room } from './room';
import type { AnyRoute, Router } from './router';

/** The emulator's own switchboard: neither recorded nor subject to faults. */
export const CONTROL_PREFIX = '/_emulator/';

const RECORDED_HEADERS = ['prefer', 'consistencylevel', 'content-type', 'client-request-id', 'retry-attempt'];

export interface ServerParts {
  rooms: Room[];
  faults: FaultTable;
  recorder: Recorder;
  clock(): Date;
}

/** The head as it came; `params` and `body` are filled in once they are known. */
interface Arrival {
  parts: ServerParts;
  raw: IncomingMessage;
  response: ServerResponse;
  url: URL;
  request: EmulatorRequest;
  entry: RecordedRequest | null;
}

export async function serveRequest(parts: ServerParts, router: Router, raw: IncomingMessage, response: ServerResponse) {
  const started = performance.now();
  const arrival = arrive(parts, raw, response);
  try {
    const status = await answer(arrival, router);
    if (arrival.entry) arrival.entry.status = status;
  } finally {
    if (arrival.entry) arrival.entry.durationMs = Math.round(performance.now() - started);
  }
}

function arrive(parts: ServerParts, raw: IncomingMessage, response: ServerResponse): Arrival {
  const url = new URL(raw.url ?? '/', `http://${raw.headers.host ?? 'localhost'}`);
  const headers: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(raw.headers))
    headers[name] = Array.isArray(value) ? value.join(', ') : value;
  const request: EmulatorRequest = {
    method: raw.method ?? 'GET',
    path: url.pathname,
    params: {},
    query: url.searchParams,
    headers,
    body: undefined,
  };
  const control = request.path.startsWith(CONTROL_PREFIX);
  return { parts, raw, response, url, request, entry: control ? null : openEntry(parts, request, url) };
}

function openEntry(parts: ServerParts, request: EmulatorRequest, url: URL): RecordedRequest {
  const kept = RECORDED_HEADERS.flatMap((name) => (request.headers[name] ? [[name, request.headers[name]]] : []));
  const { method, path } = request;
  return parts.recorder.open({
    at: parts.clock().toISOString(),
    method,
    path,
    query: url.search,
    headers: Object.fromEntries(kept) as Record<string, string>,
  });
}

async function answer(arrival: Arrival, router: Router): Promise<number | null> {
  const { request, raw, entry } = arrival;
  try {
    request.body = await readBody(raw);
  } catch (error) {
    if (!(error instanceof BodyTooLarge)) throw error;
    return refuse(arrival, 413, 'RequestEntityTooLarge', 'The request body is too large.');
  }
  if (entry && request.method !== 'GET') entry.body = request.body;
  const route = findRoute(arrival, router);
  if (typeof route === 'number') return route;
  if ('stream' in route) {
    route.stream(request, raw, arrival.response);
    return 200;
  }
  const fault = entry === null ? null : arrival.parts.faults.take(request.method, request.path);
  if (entry && fault) entry.fault = Object.keys(fault).join('+');
  const gone = new AbortController();
  arrival.response.once('close', () => gone.abort());
  const handle = async (): Promise<Reply> => route.handle(request);
  const { response, url } = arrival;
  return playExchange(
    { request, response, url: url.href, handle: guarded(handle, request), signal: gone.signal },
    fault,
  );
}

/** The route with its parameters noted in the request, or the status of the refusal that was sent. */
function findRoute(arrival: Arrival, router: Router): AnyRoute | number {
  const { request } = arrival;
  let finding;
  try {
    finding = router.find(request.method, request.path);
  } catch {
    return refuse(arrival, 400, 'BadRequest', 'The path is no valid percent encoding.');
  }
  if (finding.found) {
    request.params = finding.found.params;
    return finding.found.route;
  }
  if (finding.otherMethods.length === 0) {
    return refuse(arrival, 404, 'ResourceNotFound', `Nothing is served at ${request.path}.`);
  }
  return refuse(arrival, 405, 'MethodNotAllowed', `${request.path} answers ${finding.otherMethods.join(', ')}.`);
}

function refuse(arrival: Arrival, status: number, code: string, message: string): number {
  const { request, response } = arrival;
  send(response, toWire(errorReply(request.path, status, { code, message }, request.headers['client-request-id'])));
  return status;
}

/** A room's own mistake is shown as a 500 and on the emulator's standard error, where somebody can see it. */
function guarded(handle: () => Promise<Reply>, request: EmulatorRequest): () => Promise<Reply> {
  return async () => {
    try {
      return await handle();
    } catch (error) {
      process.stderr.write(`emulator: ${request.method} ${request.path}: ${String(error)}\n`);
      return errorReply(request.path, 500);
    }
  };
}
