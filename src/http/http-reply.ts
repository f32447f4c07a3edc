// How every answer leaves this server: a status, at most one body of ours, nothing that echoes the request.
import type { Response } from 'restify';

export interface HttpReply {
  status: number;
  /** Text is sent as it is, anything else as JSON; absent = no body. Never changed once it was handed over. */
  body?: unknown;
  contentType?: string;
  /** The connection is closed after the answer, because the rest of its request was not read. */
  close?: boolean;
}

const PLAIN_HEADERS = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' };

// The same body may be the answer to many; it is spelt out once.
const spelt = new WeakMap<object, string>();

function textOf(body: unknown): string {
  if (body === undefined || typeof body === 'string') return body ?? '';
  if (typeof body !== 'object' || body === null) return JSON.stringify(body);
  const text = spelt.get(body) ?? JSON.stringify(body);
  spelt.set(body, text);
  return text;
}

/** Does nothing when the connection is gone or was answered already. */
export function sendReply(response: Response, reply: HttpReply): void {
  if (response.headersSent || response.destroyed) return;
  const { body, close } = reply;
  const text = textOf(body);
  const contentType = reply.contentType ?? 'application/json; charset=utf-8';
  response.sendRaw(reply.status, text, {
    ...PLAIN_HEADERS,
    'Content-Length': String(Buffer.byteLength(text)),
    ...(text !== '' && { 'Content-Type': contentType }),
    ...(close === true && { Connection: 'close' }),
  });
}
