// Reads a request's body under a cap and parses it when it is JSON.
import type { IncomingMessage } from 'node:http';

/** Larger bodies are refused with 413 before they are kept. */
export const BODY_BYTES = 1_048_576;

export class BodyTooLarge extends Error {}

/** Parsed JSON, else the raw text, else undefined. Throws BodyTooLarge. */
export async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_BYTES) throw new BodyTooLarge();
    chunks.push(chunk);
  }
  if (size === 0) return undefined;
  const text = Buffer.concat(chunks).toString('utf8');
  if (!/json/i.test(request.headers['content-type'] ?? '')) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // Broken JSON reaches the room as text: each service refuses it in its own words.
    return text;
  }
}
