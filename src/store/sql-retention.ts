// Removes what has been kept long enough, one bounded commit at a time.
import type { Retention } from '../ports/retention';
import { FIRST_ALERT_NUMBER } from './alert-statements';
import { lockCounter } from './counters';
import { noteEnds } from './ended-alerts';
import { forgetUnnamed } from './forget-people';
import { reduceRows } from './reduce-alerts';
import { redrawAlerts } from './sql-card-redraws';
import type { StoreContext } from './store-context';

export const DAY_MS = 86_400_000;

export class SqlRetention implements Retention {
  constructor(private readonly context: StoreContext) {}

  reduce(days: number, limit: number, now: number): Promise<number> {
    const { database, tenantId } = this.context;
    return database.write(async (transaction) => {
      // The lock of every commit of alerts: none is read here and overwritten there.
      await lockCounter(transaction, tenantId, 'alerts', FIRST_ALERT_NUMBER);
      await noteEnds(transaction, this.context, limit);
      const rows = await transaction
        .selectFrom('alerts')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .where('reduced_at', 'is', null)
        .where('ended_at', '<=', now - days * DAY_MS)
        .orderBy('ended_at')
        .limit(limit)
        .execute();
      if (rows.length === 0) return 0;
      await reduceRows(transaction, this.context, rows, days, now);
      await redrawAlerts(
        transaction,
        this.context,
        rows.map(({ number }) => number),
      );
      return rows.length;
    });
  }

  forgetPeople(days: number, limit: number, now: number): Promise<number> {
    const { database, tenantId } = this.context;
    return database.write(async (transaction) => {
      await lockCounter(transaction, tenantId, 'alerts', FIRST_ALERT_NUMBER);
      await lockCounter(transaction, tenantId, 'people', 0);
      return forgetUnnamed(transaction, this.context, now - days * DAY_MS, limit);
    });
  }

  scrub(): Promise<void> {
    return this.context.database.change(() => this.context.database.driver.scrub());
  }
}
