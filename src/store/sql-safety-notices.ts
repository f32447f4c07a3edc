// Notices of channels that became unsafe: taken by one process at a time, done once they were given.
import type { ChannelKey } from '../domain/channel-routing';
import type { NoticeReader, SafetyNotice, SafetyNotices } from '../ports/safety-notices';
import { readReasons } from './sql-channel-safety-book';
import { subscriberPlace } from './sql-conversation-book';
import type { StoreContext } from './store-context';
import type { ChannelSafetyTable } from './tables';

export class SqlSafetyNotices implements SafetyNotices {
  constructor(private readonly context: StoreContext) {}

  async take(now: number, retryMs: number): Promise<readonly SafetyNotice[]> {
    // There is hardly ever one: a look costs no commit.
    if (!(await this.isAnyDue(now))) return [];
    const rows = await this.context.database.change((connection) =>
      connection
        .updateTable('channel_safety')
        .set({ tell_at: now + retryMs })
        .where('tenant_id', '=', this.context.tenantId)
        .where('unsafe', '=', 1)
        .where('tell_at', '<=', now)
        .where((of) => of.or([of('subscriber_told', '=', 0), of('operations_told', '=', 0)]))
        .returningAll()
        .execute(),
    );
    return Promise.all(rows.map((row) => this.toNotice(row)));
  }

  async told(channel: ChannelKey, reader: NoticeReader): Promise<void> {
    const values = reader === 'subscriber' ? { subscriber_told: 1 } : { operations_told: 1 };
    await this.context.database.change((connection) =>
      connection
        .updateTable('channel_safety')
        .set(values)
        .where('tenant_id', '=', this.context.tenantId)
        .where('channel', '=', channel)
        .execute(),
    );
  }

  private async isAnyDue(now: number): Promise<boolean> {
    const due = await this.context.database.read((reader) =>
      reader
        .selectFrom('channel_safety')
        .select('channel')
        .where('tenant_id', '=', this.context.tenantId)
        .where('unsafe', '=', 1)
        .where('tell_at', '<=', now)
        .where((of) => of.or([of('subscriber_told', '=', 0), of('operations_told', '=', 0)]))
        .executeTakeFirst(),
    );
    return due !== undefined;
  }

  private async toNotice(row: ChannelSafetyTable): Promise<SafetyNotice> {
    const { channel, reasons, subscriber_told, operations_told } = row;
    const untold: NoticeReader[] = [];
    if (subscriber_told === 0) untold.push('subscriber');
    if (operations_told === 0) untold.push('operations');
    return { channel, reasons: readReasons(reasons), untold, subscriberObjectId: await this.subscriberOf(channel) };
  }

  private async subscriberOf(channel: ChannelKey): Promise<string | null> {
    const row = await this.context.database.read((reader) =>
      reader
        .selectFrom('subscriptions')
        .select('sealed_subscriber')
        .where('tenant_id', '=', this.context.tenantId)
        .where('channel', '=', channel)
        .executeTakeFirst(),
    );
    if (row === undefined) return null;
    // Whoever was erased is nobody to tell.
    return this.context.seal.unseal(row.sealed_subscriber, subscriberPlace(channel)) || null;
  }
}
