// What a switched-on fault does to one request: before the room handles it, instead of that, or to its answer.
import { setTimeout as wait } from 'node:timers/promises';
import type { ServerResponse } from 'node:http';
import { errorReply } from './error-reply';
import { LONGEST_DELAY_MS, type Fault } from './faults';
import { reset, send, sendCut, toWire, type WireReply } from './reply-wire';
import type { EmulatorRequest, Reply } from './room';

/** A host that no answer comes from; `.invalid` never resolves. */
export const OTHER_HOST = 'https://graph.other-host.invalid';

const HTML = '<!doctype html><html><body><h1>Service unavailable</h1></body></html>';

export interface Exchange {
  request: EmulatorRequest;
  response: ServerResponse;
  /** Address of this request, for a nextLink that loops. */
  url: string;
  handle(): Promise<Reply>;
  /** Aborted when the peer has gone or the server closes. */
  signal: AbortSignal;
}

/** Plays the exchange to its end under the fault, or without one. Returns the status sent, or null when none was. */
export async function playExchange(exchange: Exchange, fault: Fault | null): Promise<number | null> {
  if (fault?.delayMs !== undefined) await wait(fault.delayMs, undefined, { signal: exchange.signal });
  if (fault?.reset) {
    reset(exchange.response);
    return null;
  }
  const instead = fault === null ? null : insteadOfHandling(exchange, fault);
  const wire = toWire(instead ?? (await exchange.handle()));
  return fault === null || instead !== null ? sent(exchange.response, wire) : answerUnder(exchange, fault, wire);
}

function insteadOfHandling({ request }: Exchange, fault: Fault): Reply | null {
  const clientRequestId = request.headers['client-request-id'];
  if (fault.retryAfter !== undefined) {
    const reply = errorReply(request.path, 429, undefined, clientRequestId);
    const header = fault.retryAfter === '' ? {} : { 'retry-after': fault.retryAfter };
    return { ...reply, headers: { ...reply.headers, ...header, ...fault.headers } };
  }
  if (fault.status === undefined) return null;
  const reply = errorReply(request.path, fault.status, undefined, clientRequestId);
  const body = fault.body === undefined ? reply.body : fault.body;
  return { status: fault.status, headers: { ...reply.headers, ...fault.headers }, body };
}

async function answerUnder(exchange: Exchange, fault: Fault, wire: WireReply): Promise<number | null> {
  const { response, request } = exchange;
  if (fault.handleThen === 'reset') {
    reset(response);
    return null;
  }
  if (fault.handleThen === 'timeout') {
    await wait(LONGEST_DELAY_MS, undefined, { signal: exchange.signal });
    reset(response);
    return null;
  }
  if (fault.handleThen !== undefined) return sent(response, toWire(errorReply(request.path, fault.handleThen.status)));
  if (fault.cutBody !== undefined) {
    sendCut(response, wire, fault.cutBody);
    return wire.status;
  }
  const linked = fault.nextLink === undefined ? wire : withNextLink(wire, fault.nextLink, exchange.url);
  return sent(response, fault.garbage === undefined ? linked : garbled(linked, fault.garbage));
}

function sent(response: ServerResponse, wire: WireReply): number {
  send(response, wire);
  return wire.status;
}

function withNextLink(wire: WireReply, where: string, ownUrl: string): WireReply {
  const page = JSON.parse(wire.body.toString('utf8')) as Record<string, unknown>;
  const own = new URL(ownUrl);
  const link = where === 'loop' ? ownUrl : where === 'otherHost' ? `${OTHER_HOST}${own.pathname}${own.search}` : where;
  return { ...wire, body: Buffer.from(JSON.stringify({ ...page, '@odata.nextLink': link })) };
}

function garbled(wire: WireReply, kind: NonNullable<Fault['garbage']>): WireReply {
  if (kind === 'html') {
    return {
      ...wire,
      headers: { ...wire.headers, 'content-type': 'text/html; charset=utf-8' },
      body: Buffer.from(HTML),
    };
  }
  const kept = kind === 'empty' ? 0 : Math.floor(wire.body.length / 2);
  return { ...wire, body: wire.body.subarray(0, kept) };
}
