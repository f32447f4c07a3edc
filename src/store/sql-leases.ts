// Named leases in the store. Rows stay when a lease ends, so that epochs only ever rise.
import type { Lease, Leases } from '../ports/lease';
import type { StoreContext } from './store-context';

const NOBODY = '';

export class SqlLeases implements Leases {
  constructor(private readonly context: StoreContext) {}

  async acquire(name: string, holder: string, ttlMs: number, now: number): Promise<Lease | null> {
    const row = { tenant_id: this.context.tenantId, name, holder, epoch: 1, expires_at: now + ttlMs };
    const taken = await this.context.database.change((connection) =>
      connection
        .insertInto('leases')
        .values(row)
        .onConflict((conflict) =>
          conflict
            .columns(['tenant_id', 'name'])
            .doUpdateSet((of) => ({
              holder,
              expires_at: row.expires_at,
              epoch: of
                .case()
                .when('leases.holder', '=', holder)
                .then(of.ref('leases.epoch'))
                .else(of('leases.epoch', '+', 1))
                .end(),
            }))
            .where((of) => of.or([of('leases.holder', '=', holder), of('leases.expires_at', '<=', now)])),
        )
        .returning('epoch')
        .executeTakeFirst(),
    );
    return taken ? { name, epoch: taken.epoch } : null;
  }

  async release(lease: Lease, holder: string): Promise<void> {
    await this.context.database.change((connection) =>
      connection
        .updateTable('leases')
        .set({ holder: NOBODY, expires_at: 0 })
        .where('tenant_id', '=', this.context.tenantId)
        .where('name', '=', lease.name)
        .where('holder', '=', holder)
        .where('epoch', '=', lease.epoch)
        .execute(),
    );
  }
}
