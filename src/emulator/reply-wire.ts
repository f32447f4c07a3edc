// Turns a room's Reply into bytes on a socket, whole or broken as a fault wants it.
import type { ServerResponse } from 'node:http';
import type { Reply } from './room';

export interface WireReply {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

const NO_BODY = new Set([204, 304]);

/** An object becomes JSON; a string or Buffer goes as it stands. */
export function toWire(reply: Reply): WireReply {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(reply.headers ?? {})) headers[name.toLowerCase()] = value;
  const { body } = reply;
  if (body === undefined || NO_BODY.has(reply.status)) return { status: reply.status, headers, body: Buffer.alloc(0) };
  if (Buffer.isBuffer(body)) return { status: reply.status, headers, body };
  if (typeof body === 'string') {
    return {
      status: reply.status,
      headers: { 'content-type': 'text/plain; charset=utf-8', ...headers },
      body: Buffer.from(body),
    };
  }
  headers['content-type'] ??= 'application/json; charset=utf-8';
  return { status: reply.status, headers, body: Buffer.from(JSON.stringify(body)) };
}

export function send(response: ServerResponse, wire: WireReply): void {
  const length = NO_BODY.has(wire.status) ? {} : { 'content-length': wire.body.length };
  response.writeHead(wire.status, { ...wire.headers, ...length });
  response.end(wire.body);
}

/** Announces the whole length, sends `bytes` of it and drops the connection. */
export function sendCut(response: ServerResponse, wire: WireReply, bytes: number): void {
  response.writeHead(wire.status, { ...wire.headers, 'content-length': wire.body.length + 1 });
  response.flushHeaders();
  response.write(wire.body.subarray(0, bytes), () => response.socket?.destroy());
  if (bytes === 0) response.socket?.destroySoon();
}

/** The peer sees ECONNRESET. */
export function reset(response: ServerResponse): void {
  response.socket?.resetAndDestroy();
}
