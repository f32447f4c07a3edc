// What alerts say in words, kept apart from their rows so that it can be removed alone, and whether it was.
import type { Migration } from './migration';

export const alertDetails: Migration = {
  number: 8,
  name: 'alert details',
  statements: () => [
    `create table alert_details (
      tenant_id text not null, alert_number bigint not null, sealed_details text not null,
      primary key (tenant_id, alert_number),
      foreign key (tenant_id, alert_number) references alerts (tenant_id, number))`,
    `alter table alerts add column reduced integer not null default 0`,
    // Alerts known already are taken in once more at their next read, now with their details; nothing is redrawn for it.
    `update alerts set content_hash = ''`,
  ],
};
