// Hunts under way, so that the next start knows which of them died with their process.
import type { Migration } from './migration';

export const hunts: Migration = {
  number: 7,
  name: 'hunts',
  statements: () => [
    `create table hunts (
      tenant_id text not null, id text not null, holder text not null, begun_at bigint not null,
      recorded integer not null, told integer not null, message_id text,
      sealed_hunt text not null, sealed_sent text, primary key (tenant_id, id))`,
  ],
};
