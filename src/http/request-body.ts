// Reads a request's body whole, within bounds of size and encoding. Time is bounded by the sockets' own limits.
import type { IncomingMessage } from 'node:http';

export const BODY_MAX_BYTES = 256 * 1024;

export type BodyRead = { is: 'read'; bytes: Buffer } | { is: 'refused'; status: 400 | 413 | 415 };

/** A compressed body could be a small key to a large room; nothing that calls this bot sends one. */
function isPlain(request: IncomingMessage): boolean {
  const encoding = request.headers['content-encoding']?.trim().toLowerCase();
  return encoding === undefined || encoding === '' || encoding === 'identity';
}

/** 415 for an encoded body, 413 as soon as more than `BODY_MAX_BYTES` are announced or sent, 400 when it breaks off. */
export async function readRequestBody(request: IncomingMessage): Promise<BodyRead> {
  if (!isPlain(request)) return { is: 'refused', status: 415 };
  if (Number(request.headers['content-length'] ?? 0) > BODY_MAX_BYTES) return { is: 'refused', status: 413 };
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    // Not destroying the socket leaves it open for the answer that says why.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      const bytes = Buffer.from(chunk);
      size += bytes.length;
      if (size > BODY_MAX_BYTES) return { is: 'refused', status: 413 };
      chunks.push(bytes);
    }
  } catch {
    return { is: 'refused', status: 400 };
  }
  return { is: 'read', bytes: Buffer.concat(chunks) };
}
