// Messages whose question is over: rows of `asked` that say in which message they stand. A row that nobody dropped is
// forgotten by the next question asked long after.
import type { ExpiryBook, StandingQuestion } from '../ports/expiry-book';
import { askedOf, refHashOf } from './asked-rows';
import type { StoreContext } from './store-context';

export class SqlExpiryBook implements ExpiryBook {
  constructor(private readonly context: StoreContext) {}

  async stands(ref: string, messageId: string): Promise<void> {
    await this.context.database.change((connection) =>
      connection
        .updateTable('asked')
        .set({ message_id: messageId })
        .where('tenant_id', '=', this.context.tenantId)
        .where('ref_hash', '=', refHashOf(this.context, ref))
        .execute(),
    );
  }

  async over(now: number, limit: number): Promise<readonly StandingQuestion[]> {
    const rows = await this.context.database.read((reader) =>
      reader
        .selectFrom('asked')
        .selectAll()
        .where('tenant_id', '=', this.context.tenantId)
        .where('open_until', '<=', now)
        .where('settled', '=', 0)
        .where('message_id', 'is not', null)
        .orderBy('open_until')
        .orderBy('id')
        .limit(limit)
        .execute(),
    );
    return rows.map((row) => ({ ...askedOf(this.context, row), messageId: row.message_id ?? '' }));
  }

  async drop(ref: string): Promise<void> {
    await this.context.database.change((connection) =>
      connection
        .deleteFrom('asked')
        .where('tenant_id', '=', this.context.tenantId)
        .where('ref_hash', '=', refHashOf(this.context, ref))
        .execute(),
    );
  }
}
