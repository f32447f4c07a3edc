// Leases in memory.
import type { Lease, Leases } from '../../src/ports/lease';
import type { FakeState } from './fake-state';

export class FakeLeases implements Leases {
  constructor(private readonly state: Pick<FakeState, 'leases'>) {}

  async acquire(name: string, holder: string, ttlMs: number, now: number): Promise<Lease | null> {
    const held = this.state.leases.get(name) ?? { holder: null, epoch: 0, expiresAt: 0 };
    if (held.holder !== holder && held.holder !== null && held.expiresAt > now) return null;
    const epoch = held.holder === holder ? held.epoch : held.epoch + 1;
    this.state.leases.set(name, { holder, epoch, expiresAt: now + ttlMs });
    return { name, epoch };
  }

  async release(lease: Lease, holder: string): Promise<void> {
    const held = this.state.leases.get(lease.name);
    if (held?.holder === holder && held.epoch === lease.epoch) held.holder = null;
  }
}
