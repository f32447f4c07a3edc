// Redraws of cards whose alerts did not change, but what may be shown of them did.
import type { Transaction } from 'kysely';
import { SEVERITIES } from '../domain/alert';
import type { CardRedraws } from '../ports/card-redraws';
import { oneOf } from './alert-rows';
import { redrawCards } from './card-requests';
import { inChunks } from './database';
import type { StoreContext } from './store-context';
import type { Tables } from './tables';

/** Inside the caller's transaction, so that the reason of a redraw and the redraw are kept together. */
export async function redrawAlerts(
  transaction: Transaction<Tables>,
  context: StoreContext,
  alertNumbers: readonly number[],
): Promise<void> {
  for (const numbers of inChunks([...new Set(alertNumbers)], context.database.driver.rowsPerStatement)) {
    const rows = await transaction
      .selectFrom('alerts')
      .select(['number', 'severity'])
      .where('tenant_id', '=', context.tenantId)
      .where('number', 'in', numbers)
      .execute();
    const alerts = rows.map(({ number, severity }) => ({ number, severity: oneOf(SEVERITIES, severity) }));
    await redrawCards(transaction, context, alerts);
  }
}

export class SqlCardRedraws implements CardRedraws {
  constructor(private readonly context: StoreContext) {}

  request(alertNumbers: readonly number[]): Promise<void> {
    return this.context.database.write((transaction) => redrawAlerts(transaction, this.context, alertNumbers));
  }
}
