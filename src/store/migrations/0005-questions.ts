// Questions that people may go on from, and in the audit what a hunt looked for.
import type { Migration } from './migration';

export const questions: Migration = {
  number: 5,
  name: 'questions',
  statements: (rowId) => [
    `create table asked (
      id ${rowId}, tenant_id text not null, ref_hash text not null, kind text not null, asker_hash text not null,
      channel text not null, conversation_id text not null, open_until bigint not null, settled integer not null,
      sealed_ref text not null, sealed_asker text not null, sealed_facts text not null,
      unique (tenant_id, ref_hash))`,
    `create index asked_asker on asked (tenant_id, asker_hash, id)`,
    `create index asked_expiry on asked (tenant_id, open_until)`,
    `alter table audit add column query_hash text`,
    `alter table audit add column window_from text`,
    `alter table audit add column window_to text`,
    `alter table audit add column row_count bigint`,
  ],
};
