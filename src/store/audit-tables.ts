// The tables of the audit: the chain, its sealed head, and apart from both who acted.

export interface AuditTable {
  tenant_id: string;
  seq: number;
  at: string;
  action: string;
  outcome: string;
  actor: string | null;
  alert_number: number | null;
  card_ref: string | null;
  reason: string | null;
  /** This and the three below: a hunt's alone. */
  query_hash: string | null;
  window_from: string | null;
  window_to: string | null;
  row_count: number | null;
  prev: string;
  hash: string;
}

export interface AuditHeadsTable {
  tenant_id: string;
  sealed_head: string;
}

export interface AuditPeopleTable {
  tenant_id: string;
  actor: string;
  sealed_object_id: string;
}
