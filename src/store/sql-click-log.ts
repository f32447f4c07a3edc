// Clicks that were taken: one row a click, found by the keyed hash of any of its keys. Facts name people, so they are
// sealed. A click whose effect was begun outlives its time until somebody writes what became of it.
import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { ClickLog, ClickOutcome } from '../ports/click-log';
import type { Reader } from './database';
import type { StoreContext } from './store-context';
import type { ClicksTable, Tables } from './tables';

const PENDING = 'pending';
const INTENDED = 'intended';
/** Among several replicas, an intent younger than this may still be in another one's hands. */
export const UNFINISHED_AFTER_MS = 60_000;

const ORPHAN = 'unfinished:';
export const clickPlace = (id: string) => `clicks.sealed_facts:${id}`;

export class SqlClickLog implements ClickLog {
  constructor(private readonly context: StoreContext) {}

  async take(keys: readonly string[], now: number, ttlMs: number): Promise<ClickOutcome | null> {
    const hashes = this.hashesOf(keys);
    return this.context.database.write(async (transaction) => {
      await this.forgetExpired(transaction, now);
      const id = randomUUID();
      if (!(await this.claimKeys(transaction, id, hashes))) return this.readFirst(transaction, hashes);
      const times = { taken_at: now, expires_at: now + ttlMs };
      const row = { id, tenant_id: this.context.tenantId, outcome: PENDING, sealed_facts: null, ...times };
      await transaction.insertInto('clicks').values(row).execute();
      return null;
    });
  }

  async keep(keys: readonly string[], outcome: ClickOutcome): Promise<void> {
    await this.context.database.write((transaction) => this.keepIn(transaction, keys, outcome));
  }

  /** As part of a larger transaction. */
  async keepIn(transaction: Transaction<Tables>, keys: readonly string[], outcome: ClickOutcome): Promise<void> {
    for (const id of await this.clickIds(transaction, keys)) {
      await transaction
        .updateTable('clicks')
        .set({ outcome: outcome.outcome, sealed_facts: this.context.seal.seal(outcome.facts, clickPlace(id)) })
        .where('id', '=', id)
        .execute();
    }
  }

  async unfinished(): Promise<readonly (ClickOutcome & { key: string })[]> {
    const { database, tenantId, now } = this.context;
    const takenBefore = database.driver.embedded ? null : now() - UNFINISHED_AFTER_MS;
    const rows = await database.read((connection) => {
      const intended = connection
        .selectFrom('clicks')
        .selectAll()
        .where('tenant_id', '=', tenantId)
        .where('outcome', '=', INTENDED);
      const old = takenBefore === null ? intended : intended.where('taken_at', '<=', takenBefore);
      return old.orderBy('taken_at').execute();
    });
    return rows.map((row) => ({ ...this.toOutcome(row), key: ORPHAN + row.id }));
  }

  async release(keys: readonly string[]): Promise<void> {
    await this.context.database.write(async (transaction) => {
      const ids = await this.clickIds(transaction, keys);
      if (ids.length > 0) await this.remove(transaction, ids);
    });
  }

  /**
   * As part of a larger transaction: a click that was begun gets its outcome, or is forgotten where that is null. False
   * when somebody else ended it before; a click that is no longer known was ended by nobody.
   */
  async endIn(transaction: Transaction<Tables>, keys: readonly string[], end: ClickOutcome | null): Promise<boolean> {
    const ids = await this.clickIds(transaction, keys);
    if (ids.length === 0) return true;
    const ours: string[] = [];
    for (const id of ids) {
      const { outcome, facts } = end ?? { outcome: 'undone', facts: '{}' };
      const ended = await transaction
        .updateTable('clicks')
        .set({ outcome, sealed_facts: this.context.seal.seal(facts, clickPlace(id)) })
        .where('id', '=', id)
        .where('outcome', '=', INTENDED)
        .returning('id')
        .execute();
      ours.push(...ended.map((row) => row.id));
    }
    if (ours.length === 0) return false;
    if (end === null) await this.remove(transaction, ours);
    return true;
  }

  private async remove(transaction: Transaction<Tables>, ids: readonly string[]): Promise<void> {
    await transaction.deleteFrom('click_keys').where('click_id', 'in', ids).execute();
    await transaction.deleteFrom('clicks').where('id', 'in', ids).execute();
  }

  /** False when one of the keys is known: then the click is, and none of its keys is taken. */
  private async claimKeys(transaction: Transaction<Tables>, id: string, hashes: readonly string[]): Promise<boolean> {
    if (hashes.length === 0) return true;
    const rows = hashes.map((hash) => ({ tenant_id: this.context.tenantId, key_hash: hash, click_id: id }));
    const claimed = await transaction
      .insertInto('click_keys')
      .values(rows)
      .onConflict((conflict) => conflict.columns(['tenant_id', 'key_hash']).doNothing())
      .returning('key_hash')
      .execute();
    if (claimed.length === hashes.length) return true;
    await transaction.deleteFrom('click_keys').where('click_id', '=', id).execute();
    return false;
  }

  private async readFirst(transaction: Transaction<Tables>, hashes: readonly string[]): Promise<ClickOutcome> {
    const row = await transaction
      .selectFrom('clicks')
      .innerJoin('click_keys', 'click_keys.click_id', 'clicks.id')
      .selectAll('clicks')
      .where('click_keys.tenant_id', '=', this.context.tenantId)
      .where('key_hash', 'in', hashes)
      .orderBy('taken_at')
      .executeTakeFirstOrThrow();
    return this.toOutcome(row);
  }

  private async forgetExpired(transaction: Transaction<Tables>, now: number): Promise<void> {
    const { tenantId } = this.context;
    const expired = transaction
      .selectFrom('clicks')
      .select('id')
      .where('tenant_id', '=', tenantId)
      .where('expires_at', '<=', now);
    await transaction.deleteFrom('click_keys').where('click_id', 'in', expired).execute();
    await transaction
      .deleteFrom('clicks')
      .where('tenant_id', '=', tenantId)
      .where('expires_at', '<=', now)
      .where('outcome', '<>', INTENDED)
      .execute();
  }

  private async clickIds(connection: Reader, keys: readonly string[]): Promise<string[]> {
    const orphans = keys.filter((key) => key.startsWith(ORPHAN)).map((key) => key.slice(ORPHAN.length));
    const hashes = this.hashesOf(keys);
    if (hashes.length === 0) return orphans;
    const rows = await connection
      .selectFrom('click_keys')
      .select('click_id')
      .distinct()
      .where('tenant_id', '=', this.context.tenantId)
      .where('key_hash', 'in', hashes)
      .execute();
    return [...new Set([...orphans, ...rows.map((row) => row.click_id)])];
  }

  private toOutcome(row: Pick<ClicksTable, 'id' | 'outcome' | 'sealed_facts'>): ClickOutcome {
    const facts = row.sealed_facts === null ? '{}' : this.context.seal.unseal(row.sealed_facts, clickPlace(row.id));
    return { outcome: row.outcome, facts };
  }

  /** Sorted, so that two replicas taking one click never wait for each other in a circle. */
  private hashesOf(keys: readonly string[]): string[] {
    return [...new Set(keys)].map((key) => this.context.seal.lookupHash('click', key)).sort();
  }
}
