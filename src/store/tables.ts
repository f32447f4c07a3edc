// The tables as TypeScript sees them, one interface each; the migrations make them. Booleans are 0 or 1, moments are
// milliseconds since the epoch, instants are Graph's padded text, `sealed` columns hold what `seal` gave.
import type { Generated } from 'kysely';
import type { AuditHeadsTable, AuditPeopleTable, AuditTable } from './audit-tables';
import type {
  AlertDetailsTable,
  AlertPeopleTable,
  ErasedIdentifiersTable,
  ErasuresTable,
  RevealsTable,
} from './retention-tables';

export interface AlertsTable {
  tenant_id: string;
  number: number;
  source: string;
  source_id: string;
  status: string | null;
  severity: string | null;
  classification: string | null;
  determination: string | null;
  risk_kind: string;
  created_at: string | null;
  last_update: string | null;
  content_hash: string;
  version: string;
  backlog: number;
  gone: number;
  person_id: number | null;
  committed_at: number;
  sealed_body: string;
  /** Whether what it says in words was removed and is not taken in again: 0 no, 1 by retention, 2 by an erasure. */
  reduced: number;
  /** From when retention counts: resolved, or no longer known to Graph. Null for an alert that lives. */
  ended_at: number | null;
  /** When it became a stub, and after how many days; null for every other alert. */
  reduced_at: number | null;
  reduced_days: number | null;
  /** Its person was erased: who that is can only be known again. `person_id` is null then. */
  erasure_id: number | null;
  /** Until when somebody last saw its names; null as long as that is not over, and when nobody did. */
  revealed_until: number | null;
}

export interface AlertHistoryTable {
  id: Generated<number>;
  tenant_id: string;
  alert_number: number;
  field: string;
  /** Plain words of Graph's closed lists; sealed when the field is `assignedTo`. */
  from_value: string | null;
  to_value: string | null;
  at: string | null;
}

export interface WatchStateTable {
  tenant_id: string;
  watermark: string | null;
  first_read_at: string | null;
  first_read_done: number;
  swept_at: string | null;
  overlap_read_at: string | null;
  filter: string;
}

export interface CountersTable {
  tenant_id: string;
  name: string;
  value: number;
}

export interface PeopleTable {
  id: Generated<number>;
  tenant_id: string;
  alias: string;
  sealed_identity: string;
  /** The person this row turned out to be as well; its alias stays findable. */
  merged_into: number | null;
  /** When somebody last asked about them other than by an alert. */
  asked_at: Generated<number | null>;
}

export interface PersonIdentifiersTable {
  tenant_id: string;
  identifier_hash: string;
  person_id: number;
}

export interface CardsTable {
  id: Generated<number>;
  tenant_id: string;
  alert_number: number;
  channel: string;
  live_attempt_id: number | null;
  tier: string;
  gone: number;
  created_at: number;
}

/** `outcome` of one attempt to post a card. */
export type AttemptOutcome = 'sending' | 'unknown' | 'failed' | 'landed' | 'retracted';

export interface CardAttemptsTable {
  id: Generated<number>;
  tenant_id: string;
  card_id: number;
  outbox_id: number;
  epoch: number;
  ref_hash: string;
  sealed_ref: string;
  outcome: string;
  conversation_id: string | null;
  activity_id: string | null;
}

export interface OutboxTable {
  id: Generated<number>;
  tenant_id: string;
  kind: string;
  channel: string;
  state: string;
  priority: number;
  not_before: number;
  created_at: number;
  alert_number: number | null;
  card_id: number | null;
  /** Retract: the attempt whose message goes. */
  attempt_id: number | null;
  /** At most one row holds a given key: one waiting update a card, one reply a rise, one open post a card. */
  only_one: string | null;
  attempts: number;
  conflicts: number;
  tier: string;
  possible_repeat: number;
  epoch: number;
  holder: string | null;
  lease_until: number | null;
  resend_at: number | null;
  severity: string | null;
  /** Digest: `{"numbers":[…],"alreadyResolved":n}`. */
  digest: string | null;
  code: string | null;
}

export interface ConversationsTable {
  tenant_id: string;
  channel: string;
  kind: string;
  team_id: string | null;
  sealed_details: string;
  forgotten: number;
  updated_at: number;
}

export interface SubscriptionsTable {
  tenant_id: string;
  channel: string;
  severity: string;
  policy: string | null;
  sealed_subscriber: string;
  subscribed_at: number;
}

export interface ChannelSafetyTable {
  tenant_id: string;
  channel: string;
  unsafe: number;
  /** JSON list of reasons; empty exactly when `unsafe` is 0. */
  reasons: string;
  is_shared: number;
  approved_members: number | null;
  changed_at: number;
  subscriber_told: number;
  operations_told: number;
  /** From when on somebody may take the notice. */
  tell_at: number;
}

export interface OpenFormsTable {
  tenant_id: string;
  card_id: number;
  person_hash: string;
  form: string;
  open_until: number;
}

export interface ClicksTable {
  id: string;
  tenant_id: string;
  outcome: string;
  /** Null while nothing is known but that the click was taken. */
  sealed_facts: string | null;
  taken_at: number;
  expires_at: number;
}

export interface ClickKeysTable {
  tenant_id: string;
  key_hash: string;
  click_id: string;
}

export interface AskedTable {
  id: Generated<number>;
  tenant_id: string;
  ref_hash: string;
  kind: string;
  asker_hash: string;
  channel: string;
  conversation_id: string;
  open_until: number;
  settled: number;
  /** The message that offers it; null where it may go on being offered, or where no message is known. */
  message_id: string | null;
  sealed_ref: string;
  sealed_asker: string;
  sealed_facts: string;
}

export interface HuntsTable {
  tenant_id: string;
  id: string;
  /** The process whose hunt it is, or who looks after it since that one died. */
  holder: string;
  begun_at: number;
  recorded: number;
  told: number;
  message_id: string | null;
  sealed_hunt: string;
  /** The query that was about to be sent. */
  sealed_sent: string | null;
}

export interface LeasesTable {
  tenant_id: string;
  name: string;
  holder: string;
  epoch: number;
  expires_at: number;
}

export interface KeptSecretsTable {
  tenant_id: string;
  name: string;
  sealed_value: string;
}

export interface SchemaVersionsTable {
  number: number;
  name: string;
  applied_at: string;
}

export interface Tables {
  alerts: AlertsTable;
  alert_details: AlertDetailsTable;
  reveals: RevealsTable;
  alert_people: AlertPeopleTable;
  alert_history: AlertHistoryTable;
  watch_state: WatchStateTable;
  counters: CountersTable;
  people: PeopleTable;
  person_identifiers: PersonIdentifiersTable;
  erasures: ErasuresTable;
  erased_identifiers: ErasedIdentifiersTable;
  cards: CardsTable;
  card_attempts: CardAttemptsTable;
  outbox: OutboxTable;
  conversations: ConversationsTable;
  subscriptions: SubscriptionsTable;
  channel_safety: ChannelSafetyTable;
  open_forms: OpenFormsTable;
  clicks: ClicksTable;
  click_keys: ClickKeysTable;
  asked: AskedTable;
  hunts: HuntsTable;
  leases: LeasesTable;
  audit: AuditTable;
  audit_heads: AuditHeadsTable;
  audit_people: AuditPeopleTable;
  kept_secrets: KeptSecretsTable;
  schema_versions: SchemaVersionsTable;
}
