// Reveals, by the keyed hash of who sees the names. Every refresh of an investigator's client asks, so reads are remembered.
import type { RevealBook } from '../ports/reveal-book';
import { RememberedReads } from './remembered-reads';
import { redrawAlerts } from './sql-card-redraws';
import type { StoreContext } from './store-context';

export class SqlRevealBook implements RevealBook {
  private readonly found: RememberedReads<number | null>;

  constructor(private readonly context: StoreContext) {
    this.found = new RememberedReads(context.database, context.now);
  }

  begin(alertNumber: number, objectId: string, until: number, now: number): Promise<number> {
    const key = this.key(alertNumber, objectId);
    return this.context.database.write(async (transaction) => {
      // The update that changes nothing holds the alert, so that two presses at one moment begin one reveal.
      await transaction
        .updateTable('alerts')
        .set((of) => ({ gone: of.ref('gone') }))
        .where('tenant_id', '=', key.tenant_id)
        .where('number', '=', alertNumber)
        .execute();
      const open = await transaction
        .selectFrom('reveals')
        .select('open_until')
        .where((of) => of.and(key))
        .where('open_until', '>', now)
        .executeTakeFirst();
      if (open) return open.open_until;
      await transaction
        .insertInto('reveals')
        .values({ ...key, open_until: until, settled: 0 })
        .execute();
      return until;
    });
  }

  async openUntil(alertNumber: number, objectId: string, now: number): Promise<number | null> {
    const until = await this.found.get(`${alertNumber} ${objectId}`, () => this.read(alertNumber, objectId));
    return until !== null && until > now ? until : null;
  }

  async end(alertNumber: number, objectId: string, now: number): Promise<void> {
    await this.context.database.change((connection) =>
      connection
        .updateTable('reveals')
        .set({ open_until: now })
        .where((of) => of.and(this.key(alertNumber, objectId)))
        .where('open_until', '>', now)
        .execute(),
    );
  }

  async settle(now: number): Promise<number> {
    const { database, tenantId } = this.context;
    const due = await database.read((reader) =>
      reader
        .selectFrom('reveals')
        .select('id')
        .where('tenant_id', '=', tenantId)
        .where('settled', '=', 0)
        .where('open_until', '<=', now)
        .limit(1)
        .execute(),
    );
    return due.length === 0 ? 0 : this.settleDue(now);
  }

  private settleDue(now: number): Promise<number> {
    const { database, tenantId } = this.context;
    return database.write(async (transaction) => {
      const over = await transaction
        .updateTable('reveals')
        .set({ settled: 1 })
        .where('tenant_id', '=', tenantId)
        .where('settled', '=', 0)
        .where('open_until', '<=', now)
        .returning(['alert_number', 'open_until'])
        .execute();
      for (const { alert_number, open_until } of over) {
        await transaction
          .updateTable('alerts')
          .set({ revealed_until: open_until })
          .where('tenant_id', '=', tenantId)
          .where('number', '=', alert_number)
          .where((of) => of.or([of('revealed_until', 'is', null), of('revealed_until', '<', open_until)]))
          .execute();
      }
      await redrawAlerts(
        transaction,
        this.context,
        over.map(({ alert_number }) => alert_number),
      );
      return over.length;
    });
  }

  private read(alertNumber: number, objectId: string): Promise<number | null> {
    return this.context.database.read(async (reader) => {
      const row = await reader
        .selectFrom('reveals')
        .select('open_until')
        .where((of) => of.and(this.key(alertNumber, objectId)))
        .orderBy('open_until', 'desc')
        .executeTakeFirst();
      return row?.open_until ?? null;
    });
  }

  private key(alertNumber: number, objectId: string) {
    const person_hash = this.context.seal.lookupHash('revealedTo', objectId.toLowerCase());
    return { tenant_id: this.context.tenantId, alert_number: alertNumber, person_hash };
  }
}
