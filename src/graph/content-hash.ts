// One digest for one content: independent of the order of keys, of annotations about the answer itself, and of depth
// beyond what any alert has.
import { createHash, type Hash } from 'node:crypto';

/** Deeper values count as one and the same; it keeps a hostile nesting from exhausting the stack. */
export const MAX_DEPTH = 64;

function feed(hash: Hash, value: unknown, depth: number): void {
  if (depth > MAX_DEPTH) {
    hash.update('"…"');
  } else if (Array.isArray(value)) {
    hash.update('[');
    for (const element of value) {
      feed(hash, element, depth + 1);
      hash.update(',');
    }
    hash.update(']');
  } else if (typeof value === 'object' && value !== null) {
    feedObject(hash, value, depth);
  } else {
    hash.update(JSON.stringify(value) ?? 'null');
  }
}

function feedObject(hash: Hash, value: object, depth: number): void {
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  hash.update('{');
  for (const [key, member] of entries) {
    // `@odata.context` stands in the answer to a single read and not in a list: it says nothing of the alert.
    if (depth === 0 && key.startsWith('@odata.')) continue;
    hash.update(`${JSON.stringify(key)}:`);
    feed(hash, member, depth + 1);
    hash.update(',');
  }
  hash.update('}');
}

/** SHA-256 in hex of parsed JSON. */
export function contentHash(value: unknown): string {
  const hash = createHash('sha256');
  feed(hash, value, 0);
  return hash.digest('hex');
}
