// The embedded store has one process at a time: whatever an earlier one held when it opens, that process is dead.
import type { StoreContext } from './store-context';

/** Ends every lease, and forgets clicks that were taken and not begun. Epochs stay, so that they only ever rise. */
export async function endDeadProcesses({ database, tenantId }: StoreContext): Promise<void> {
  await database.write(async (transaction) => {
    await transaction.updateTable('leases').set({ expires_at: 0 }).where('tenant_id', '=', tenantId).execute();
    const taken = transaction
      .selectFrom('clicks')
      .select('id')
      .where('tenant_id', '=', tenantId)
      .where('outcome', '=', 'pending');
    await transaction.deleteFrom('click_keys').where('click_id', 'in', taken).execute();
    await transaction.deleteFrom('clicks').where('tenant_id', '=', tenantId).where('outcome', '=', 'pending').execute();
  });
}
