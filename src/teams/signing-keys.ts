// Keeps the keys that sign incoming activities: read once, held at most a day, read again for an unknown key id, and
// never more often than a forger could be allowed to make us.
import type { Clock } from '../ports/clock';
import type { Logger } from '../ports/logger';
import type { SigningKey, SigningKeySet } from './openid-keys';

export const KEYS_MAX_AGE_MS = 24 * 60 * 60_000;
/** Old keys are read anew well before they may no longer be used, so that a short outage is not noticed. */
export const KEYS_REFRESH_AFTER_MS = 12 * 60 * 60_000;
export const UNKNOWN_KID_PAUSE_MS = 5 * 60_000;
export const FAILED_FETCH_PAUSE_MS = 10_000;

export type KeyLookup =
  | { is: 'found'; key: SigningKey }
  | { is: 'unknown' }
  /** There are no keys to compare with: nobody's fault who asks. */
  | { is: 'noKeys' };

export class SigningKeys {
  private keys: SigningKeySet = new Map();
  private fetchedAt = Number.NEGATIVE_INFINITY;
  private failedAt = Number.NEGATIVE_INFINITY;
  private fetching: Promise<void> | null = null;

  constructor(
    private readonly fetchKeys: () => Promise<SigningKeySet>,
    private readonly clock: Pick<Clock, 'now'>,
    private readonly logger: Logger,
  ) {}

  /** Reads keys from the network only when none are held, they have grown old, or `kid` is new and the pause is over. */
  async find(kid: string): Promise<KeyLookup> {
    if (this.isWorthFetching(kid)) {
      const fetched = this.fetchOnce();
      // A key that is held and still good must not wait for its successor.
      if (!this.holds(kid)) await fetched;
    }
    if (this.age() >= KEYS_MAX_AGE_MS) return { is: 'noKeys' };
    const key = this.keys.get(kid);
    return key === undefined ? { is: 'unknown' } : { is: 'found', key };
  }

  private age(): number {
    return this.clock.now() - this.fetchedAt;
  }

  private holds(kid: string): boolean {
    return this.age() < KEYS_MAX_AGE_MS && this.keys.has(kid);
  }

  private isWorthFetching(kid: string): boolean {
    if (this.fetching !== null) return !this.holds(kid);
    if (this.clock.now() - this.failedAt < FAILED_FETCH_PAUSE_MS) return false;
    if (this.age() >= KEYS_REFRESH_AFTER_MS) return true;
    return !this.keys.has(kid) && this.age() >= UNKNOWN_KID_PAUSE_MS;
  }

  private fetchOnce(): Promise<void> {
    this.fetching ??= this.fetch().finally(() => (this.fetching = null));
    return this.fetching;
  }

  private async fetch(): Promise<void> {
    try {
      this.keys = await this.fetchKeys();
      this.fetchedAt = this.clock.now();
    } catch {
      this.failedAt = this.clock.now();
      this.logger.warn('The signing keys of the Bot Connector could not be read', { state: this.heldState() });
    }
  }

  private heldState(): string {
    return this.age() < KEYS_MAX_AGE_MS ? 'oldKeysHold' : 'noKeys';
  }
}
