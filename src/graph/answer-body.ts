// Reads an answer's body whole, within a size, and as nothing but JSON in UTF-8.
import { BotError } from '../domain/errors';
import { garbageAnswer } from './graph-errors';
import { errorFromNetwork } from './network-failure';

/** A page of 100 alerts with long evidence stays below a third of this. */
export const MAX_BODY_BYTES = 16 * 1024 * 1024;

const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json\b/i;
const OTHER_CHARSET = /charset\s*=\s*"?(?!utf-8\b)/i;

async function readBytes(response: Response, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of response.body ?? []) {
      size += chunk.byteLength;
      if (size > maxBytes) throw new BotError('tooLarge', { from: 'graph', status: response.status });
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof BotError ? error : errorFromNetwork(error, 'graph');
  }
  return Buffer.concat(chunks);
}

/** Null for 204. Throws `garbage` for anything but JSON, `timedOut` for half a body, `tooLarge` past `maxBytes`. */
export async function readJsonBody(response: Response, maxBytes = MAX_BODY_BYTES): Promise<unknown> {
  const bytes = await readBytes(response, maxBytes);
  if (response.status === 204) return null;
  const type = response.headers.get('content-type') ?? '';
  if (!JSON_TYPE.test(type) || OTHER_CHARSET.test(type)) throw garbageAnswer(response.status);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw garbageAnswer(response.status);
  }
}
