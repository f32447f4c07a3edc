// Alerts with their numbers, history and watermark, and the people they are about.
import type { Migration } from './migration';

export const alertsAndPeople: Migration = {
  number: 1,
  name: 'alerts and people',
  statements: (rowId) => [
    `create table kept_secrets (
      tenant_id text not null, name text not null, sealed_value text not null, primary key (tenant_id, name))`,
    `create table counters (
      tenant_id text not null, name text not null, value bigint not null, primary key (tenant_id, name))`,
    `create table people (
      id ${rowId}, tenant_id text not null, alias text not null, sealed_identity text not null,
      merged_into bigint references people (id), unique (tenant_id, alias))`,
    `create table person_identifiers (
      tenant_id text not null, identifier_hash text not null, person_id bigint not null references people (id),
      primary key (tenant_id, identifier_hash))`,
    `create index person_identifiers_person on person_identifiers (person_id)`,
    `create table alerts (
      tenant_id text not null, number bigint not null, source text not null, source_id text not null,
      status text, severity text, classification text, determination text, risk_kind text not null,
      created_at text, last_update text, content_hash text not null, version text not null,
      backlog integer not null, gone integer not null, person_id bigint references people (id),
      committed_at bigint not null, sealed_body text not null,
      primary key (tenant_id, number), unique (tenant_id, source, source_id))`,
    `create index alerts_person on alerts (person_id)`,
    `create table alert_history (
      id ${rowId}, tenant_id text not null, alert_number bigint not null, field text not null,
      from_value text, to_value text, at text,
      foreign key (tenant_id, alert_number) references alerts (tenant_id, number))`,
    `create index alert_history_alert on alert_history (tenant_id, alert_number)`,
    `create table watch_state (
      tenant_id text not null primary key, watermark text, first_read_at text, first_read_done integer not null,
      swept_at text, overlap_read_at text, filter text not null)`,
  ],
};
