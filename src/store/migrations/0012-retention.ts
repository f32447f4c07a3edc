// From when an alert's retention counts and what became of it, whom its words name, and who was erased.
import type { Migration } from './migration';

export const retention: Migration = {
  number: 12,
  name: 'retention',
  statements: (rowId) => [
    `alter table alerts add column ended_at bigint`,
    `alter table alerts add column reduced_at bigint`,
    `alter table alerts add column reduced_days integer`,
    `alter table alerts add column erasure_id bigint`,
    `create index alerts_ended on alerts (tenant_id, ended_at) where reduced_at is null`,
    `alter table people add column asked_at bigint`,
    `create table alert_people (
      tenant_id text not null, alert_number bigint not null, person_id bigint not null references people (id),
      primary key (tenant_id, alert_number, person_id),
      foreign key (tenant_id, alert_number) references alerts (tenant_id, number))`,
    `create index alert_people_person on alert_people (person_id)`,
    `create table erasures (id ${rowId}, tenant_id text not null, erased_at bigint not null)`,
    `create table erased_identifiers (
      tenant_id text not null, identifier_hash text not null, erasure_id bigint not null references erasures (id),
      primary key (tenant_id, identifier_hash))`,
    `create index erased_identifiers_of on erased_identifiers (erasure_id)`,
    // Alerts known already are taken in once more, now with whom they name; nothing is redrawn for it.
    `update alerts set content_hash = ''`,
  ],
};
