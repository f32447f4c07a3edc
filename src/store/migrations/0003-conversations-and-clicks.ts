// Where the bot may speak, which clicks were taken, and who holds which lease.
import type { Migration } from './migration';

export const conversationsAndClicks: Migration = {
  number: 3,
  name: 'conversations, clicks and leases',
  statements: () => [
    `create table conversations (
      tenant_id text not null, channel text not null, kind text not null, team_id text, sealed_details text not null,
      forgotten integer not null, updated_at bigint not null, primary key (tenant_id, channel))`,
    `create index conversations_team on conversations (tenant_id, team_id)`,
    `create table subscriptions (
      tenant_id text not null, channel text not null, severity text not null, policy text,
      sealed_subscriber text not null, subscribed_at bigint not null, primary key (tenant_id, channel))`,
    `create table clicks (
      id text not null primary key, tenant_id text not null, outcome text not null, sealed_facts text,
      taken_at bigint not null, expires_at bigint not null)`,
    `create index clicks_expiry on clicks (tenant_id, expires_at)`,
    `create table click_keys (
      tenant_id text not null, key_hash text not null, click_id text not null, primary key (tenant_id, key_hash))`,
    `create index click_keys_click on click_keys (click_id)`,
    `create table leases (
      tenant_id text not null, name text not null, holder text not null, epoch bigint not null,
      expires_at bigint not null, primary key (tenant_id, name))`,
  ],
};
