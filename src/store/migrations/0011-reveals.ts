// Who sees names until when, and on the alert, that somebody saw them.
import type { Migration } from './migration';

export const reveals: Migration = {
  number: 11,
  name: 'reveals',
  statements: (rowId) => [
    `create table reveals (
      id ${rowId}, tenant_id text not null, alert_number bigint not null, person_hash text not null,
      open_until bigint not null, settled integer not null,
      foreign key (tenant_id, alert_number) references alerts (tenant_id, number))`,
    `create index reveals_of on reveals (tenant_id, alert_number, person_hash, open_until)`,
    `create index reveals_open on reveals (tenant_id, settled, open_until)`,
    `alter table alerts add column revealed_until bigint`,
  ],
};
