// How channels stood when somebody last looked, and who has been told.
import type { Migration } from './migration';

export const channelSafety: Migration = {
  number: 9,
  name: 'channel safety',
  statements: () => [
    `create table channel_safety (
      tenant_id text not null, channel text not null, unsafe integer not null, reasons text not null,
      is_shared integer not null, approved_members bigint, changed_at bigint not null,
      subscriber_told integer not null, operations_told integer not null, tell_at bigint not null,
      primary key (tenant_id, channel))`,
    `create index outbox_channel on outbox (tenant_id, channel) where state = 'withheld'`,
  ],
};
