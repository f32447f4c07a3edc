// Cards in channels, every attempt to post one, and the sends that wait.
import type { Migration } from './migration';

export const cardsAndSends: Migration = {
  number: 2,
  name: 'cards and sends',
  statements: (rowId) => [
    `create table cards (
      id ${rowId}, tenant_id text not null, alert_number bigint not null, channel text not null,
      live_attempt_id bigint, tier text not null, gone integer not null, created_at bigint not null,
      unique (tenant_id, alert_number, channel),
      foreign key (tenant_id, alert_number) references alerts (tenant_id, number))`,
    `create table outbox (
      id ${rowId}, tenant_id text not null, kind text not null, channel text not null, state text not null,
      priority integer not null, not_before bigint not null, created_at bigint not null, alert_number bigint,
      card_id bigint references cards (id), attempt_id bigint, only_one text,
      attempts integer not null, conflicts integer not null, tier text not null, possible_repeat integer not null,
      epoch bigint not null, holder text, lease_until bigint, resend_at bigint, severity text, digest text, code text,
      unique (tenant_id, only_one))`,
    `create index outbox_waiting on outbox (tenant_id, priority desc, created_at, id) where state in ('queued', 'withheld')`,
    `create index outbox_state on outbox (tenant_id, state, created_at)`,
    `create index outbox_card on outbox (card_id)`,
    `create table card_attempts (
      id ${rowId}, tenant_id text not null, card_id bigint not null references cards (id),
      outbox_id bigint not null, epoch bigint not null, ref_hash text not null, sealed_ref text not null,
      outcome text not null, conversation_id text, activity_id text,
      unique (tenant_id, ref_hash), unique (outbox_id, epoch))`,
    `create index card_attempts_card on card_attempts (card_id)`,
    `create table open_forms (
      tenant_id text not null, card_id bigint not null references cards (id), person_hash text not null,
      form text not null, open_until bigint not null, primary key (tenant_id, card_id, person_hash))`,
  ],
};
