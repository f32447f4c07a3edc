// The token every Graph request carries: fetched once for everybody, renewed ahead of its end, asked for again at most
// every few seconds after a refusal. How Entra is asked is `entra-token`'s business.
import { isBotError, type BotError } from '../domain/errors';
import type { Clock } from '../ports/clock';
import type { Logger } from '../ports/logger';

/** Part of its life after which a token is renewed in the background. */
export const RENEW_AT_LIFE = 0.8;
/** How long a refusal is answered without asking Entra again. */
export const REFUSAL_CACHE_MS = 5_000;
/** A token younger than this is not replaced on a 401: the new one would fare no better. */
export const FORCED_RENEWAL_PAUSE_MS = 5_000;

export interface TokenSource {
  /** Throws BotError (`from: 'entra'`). */
  current(): Promise<string>;
  /** Graph refused `spent`: another token, or null when it was renewed moments ago already. Throws BotError. */
  renewed(spent: string): Promise<string | null>;
}

export interface FetchedToken {
  token: string;
  /** By the host's clock, ms since the epoch. */
  expiresAt: number;
}

interface HeldToken extends FetchedToken {
  fetchedAt: number;
}

export class CachedTokenSource implements TokenSource {
  private held: HeldToken | null = null;
  private pending: Promise<HeldToken> | null = null;
  private refusal: { error: BotError; until: number } | null = null;

  constructor(
    private readonly fetchToken: () => Promise<FetchedToken>,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  async current(): Promise<string> {
    const now = this.clock.now();
    const held = this.held;
    if (held === null || now >= held.expiresAt) return (await this.fetch()).token;
    const renewAt = held.fetchedAt + (held.expiresAt - held.fetchedAt) * RENEW_AT_LIFE;
    if (now >= renewAt) void this.renewEarly();
    return held.token;
  }

  async renewed(spent: string): Promise<string | null> {
    const now = this.clock.now();
    const held = this.held;
    if (held !== null && held.token !== spent) return held.token;
    if (held !== null && this.pending === null && now - held.fetchedAt < FORCED_RENEWAL_PAUSE_MS) return null;
    return (await this.fetch()).token;
  }

  private async renewEarly(): Promise<void> {
    try {
      await this.fetch();
    } catch (error) {
      // The token at hand is still good; whoever comes after its end gets the refusal.
      this.logger.warn('The token for Graph could not be renewed ahead of its end', {
        code: isBotError(error) ? error.code : 'unexpected',
      });
    }
  }

  private fetch(): Promise<HeldToken> {
    if (this.pending !== null) return this.pending;
    if (this.refusal !== null && this.clock.now() < this.refusal.until) return Promise.reject(this.refusal.error);
    this.pending = this.fetchNow().finally(() => {
      this.pending = null;
    });
    return this.pending;
  }

  private async fetchNow(): Promise<HeldToken> {
    try {
      this.held = { ...(await this.fetchToken()), fetchedAt: this.clock.now() };
      this.refusal = null;
      return this.held;
    } catch (error) {
      if (isBotError(error)) this.refusal = { error, until: this.clock.now() + REFUSAL_CACHE_MS };
      throw error;
    }
  }
}
