// Hunts under way: one row from the question to its answer. Who asked, where and for what is sealed.
import type { Transaction } from 'kysely';
import { z } from 'zod/v4';
import type { AuditEntry } from '../ports/audit-trail';
import type { BegunHunt, HuntLog, LeftHunt, SentQuery } from '../ports/hunt-log';
import type { SqlAuditTrail } from './sql-audit-trail';
import type { StoreContext } from './store-context';
import type { HuntsTable, Tables } from './tables';

/**
 * Among several replicas, a younger hunt may still be another one's: a line of fifteen, three at a time, of three
 * minutes each, and as long again for what is asked before a query.
 */
export const HUNT_LEFT_AFTER_MS = 30 * 60_000;

const HUNT = z.object({
  action: z.string(),
  askerObjectId: z.string(),
  alertNumber: z.number().nullable(),
  channel: z.string(),
  conversationId: z.string(),
});
const SENT = z.object({ queryHash: z.string(), window: z.object({ from: z.string(), to: z.string() }) });

export const huntPlace = (column: 'sealed_hunt' | 'sealed_sent', id: string) => `hunts.${column}:${id}`;

export class SqlHuntLog implements HuntLog {
  constructor(
    private readonly context: StoreContext,
    private readonly auditTrail: Pick<SqlAuditTrail, 'appendIn'>,
  ) {}

  async begin({ id, ...hunt }: BegunHunt, now: number): Promise<void> {
    const { database, tenantId, holder, seal } = this.context;
    const state = { recorded: 0, told: 0, message_id: null, sealed_sent: null };
    const sealed_hunt = seal.seal(JSON.stringify(hunt), huntPlace('sealed_hunt', id));
    const row: HuntsTable = { tenant_id: tenantId, id, holder, begun_at: now, ...state, sealed_hunt };
    await database.change((connection) => connection.insertInto('hunts').values(row).execute());
  }

  async note(id: string, what: { sent: SentQuery } | { messageId: string }): Promise<void> {
    const { database, tenantId, seal } = this.context;
    const columns =
      'sent' in what
        ? { sealed_sent: seal.seal(JSON.stringify(what.sent), huntPlace('sealed_sent', id)) }
        : { message_id: what.messageId };
    await database.change((connection) =>
      connection.updateTable('hunts').set(columns).where('tenant_id', '=', tenantId).where('id', '=', id).execute(),
    );
  }

  async record(id: string, line: AuditEntry, now: number): Promise<void> {
    const { database, tenantId } = this.context;
    await database.write(async (transaction) => {
      const recorded = await transaction
        .updateTable('hunts')
        .set({ recorded: 1 })
        .where('tenant_id', '=', tenantId)
        .where('id', '=', id)
        .where('recorded', '=', 0)
        .returning('id')
        .execute();
      if (recorded.length === 0) return;
      await this.auditTrail.appendIn(transaction, line, now);
      await this.forgetEnded(transaction, id);
    });
  }

  async told(id: string): Promise<void> {
    const { database, tenantId } = this.context;
    await database.write(async (transaction) => {
      await transaction
        .updateTable('hunts')
        .set({ told: 1 })
        .where('tenant_id', '=', tenantId)
        .where('id', '=', id)
        .execute();
      await this.forgetEnded(transaction, id);
    });
  }

  async left(now: number): Promise<readonly LeftHunt[]> {
    const { database, tenantId, holder } = this.context;
    // The embedded store has one process at a time: whatever is another one's, that one is dead.
    const begunBefore = database.driver.embedded ? null : now - HUNT_LEFT_AFTER_MS;
    const rows = await database.change((connection) => {
      const others = connection
        .updateTable('hunts')
        .set({ holder, begun_at: now })
        .where('tenant_id', '=', tenantId)
        .where('holder', '<>', holder);
      return (begunBefore === null ? others : others.where('begun_at', '<=', begunBefore)).returningAll().execute();
    });
    return rows.map((row) => this.toLeft(row));
  }

  private async forgetEnded(transaction: Transaction<Tables>, id: string): Promise<void> {
    await transaction
      .deleteFrom('hunts')
      .where('tenant_id', '=', this.context.tenantId)
      .where('id', '=', id)
      .where('told', '=', 1)
      .where((row) => row.or([row('recorded', '=', 1), row('sealed_sent', 'is', null)]))
      .execute();
  }

  private toLeft({ id, recorded, told, message_id, sealed_hunt, sealed_sent }: HuntsTable): LeftHunt {
    const { seal } = this.context;
    const hunt = HUNT.parse(JSON.parse(seal.unseal(sealed_hunt, huntPlace('sealed_hunt', id))));
    const isOpen = recorded === 0 && sealed_sent !== null;
    const unrecorded = isOpen ? SENT.parse(JSON.parse(seal.unseal(sealed_sent, huntPlace('sealed_sent', id)))) : null;
    return { id, ...hunt, unrecorded, messageId: message_id, told: told === 1 };
  }
}
