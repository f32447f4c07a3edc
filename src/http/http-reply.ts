// How every answer leaves this server: a status, at most one body of ours, nothing that echoes the request.
import type { Response } from 'restify';

export interface HttpReply {
  status: number;
  /** Text is sent as it is, anything else as JSON; absent = no body. */
  body?: unknown;
  contentType?: string;
  /** The connection is closed after the answer, because the rest of its request was not read. */
  close?: boolean;
}

const PLAIN_HEADERS = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' };

/** Does nothing when the connection is gone or was answered already. */
export function sendReply(response: Response, reply: HttpReply): void {
  if (response.headersSent || response.destroyed) return;
  const { body, close } = reply;
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  const contentType = reply.contentType ?? 'application/json; charset=utf-8';
  response.sendRaw(reply.status, text, {
    ...PLAIN_HEADERS,
    'Content-Length': String(Buffer.byteLength(text)),
    ...(text !== '' && { 'Content-Type': contentType }),
    ...(close === true && { Connection: 'close' }),
  });
}
