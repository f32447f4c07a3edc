// Signatures that were proven before: the Connector sends one token for about an hour, and whether a key signed it never
// changes. Everything else about a token (times, audience, the key still being published) is looked at every time.
import { createHash } from 'node:crypto';
import type { SigningKey } from './openid-keys';

export const PROVEN_SIGNATURES_MAX = 1_000;

export class ProvenSignatures {
  /** By the token's hash, so that no token outlives its request; the oldest makes room. */
  private readonly signedBy = new Map<string, SigningKey['key']>();

  /** Asks `prove` unless this very key is known to have signed the token. Only proofs are remembered. */
  holds(encoded: string, { key }: SigningKey, prove: () => boolean): boolean {
    const hash = createHash('sha256').update(encoded).digest('base64');
    if (this.signedBy.get(hash) === key) return true;
    if (!prove()) return false;
    this.signedBy.set(hash, key);
    const oldest = this.signedBy.keys().next().value;
    if (this.signedBy.size > PROVEN_SIGNATURES_MAX && oldest !== undefined) this.signedBy.delete(oldest);
    return true;
  }
}
