// The audit chain, its sealed head, and apart from both the object ids of those who acted.
import type { Migration } from './migration';

export const audit: Migration = {
  number: 4,
  name: 'audit',
  statements: () => [
    `create table audit (
      tenant_id text not null, seq bigint not null, at text not null, action text not null, outcome text not null,
      actor text, alert_number bigint, card_ref text, reason text, prev text not null, hash text not null,
      primary key (tenant_id, seq))`,
    `create table audit_heads (tenant_id text not null primary key, sealed_head text not null)`,
    `create table audit_people (
      tenant_id text not null, actor text not null, sealed_object_id text not null, primary key (tenant_id, actor))`,
  ],
};
