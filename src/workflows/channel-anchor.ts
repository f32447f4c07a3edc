// The audit's newest row as a plain message in a channel that nobody who runs the database can edit.
import type { ChannelKey } from '../domain/channel-routing';
import type { AnchorPlace } from '../ports/anchor-place';
import type { CardPoster } from '../ports/card-poster';
import type { Leases } from '../ports/lease';
import { ANCHOR_EVERY_MS } from './anchor-audit';

export const ANCHOR_LEASE = 'anchor-audit';
/** Longer than the pause, so that the same replica goes on; one that died is followed at the second hour. */
const HELD_MS = 1.5 * ANCHOR_EVERY_MS;

export interface ChannelAnchorDeps {
  cardPoster: Pick<CardPoster, 'post'>;
  leases: Pick<Leases, 'acquire'>;
}

export class ChannelAnchor implements AnchorPlace {
  readonly name = 'channel';
  readonly isNear = false;

  constructor(
    private readonly deps: ChannelAnchorDeps,
    private readonly channel: ChannelKey,
    private readonly holder: string,
  ) {}

  /** One replica of many speaks; for the others there is nothing to do. */
  async keep({ seq, hash }: { seq: number; hash: string }, now: number): Promise<void> {
    const { cardPoster, leases } = this.deps;
    if ((await leases.acquire(ANCHOR_LEASE, this.holder, HELD_MS, now)) === null) return;
    await cardPoster.post(this.channel, { kind: 'notice', saying: { code: 'auditHead', seq, hash } });
  }
}
