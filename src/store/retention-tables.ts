// What retention and erasure remove of alerts, and what they leave in its place.
import type { Generated } from 'kysely';

export interface RevealsTable {
  id: Generated<number>;
  tenant_id: string;
  alert_number: number;
  person_hash: string;
  open_until: number;
  settled: number;
}

export interface AlertDetailsTable {
  tenant_id: string;
  alert_number: number;
  sealed_details: string;
}

/** Whom the words of an alert name, its subject among them. */
export interface AlertPeopleTable {
  tenant_id: string;
  alert_number: number;
  person_id: number;
}

export interface ErasuresTable {
  id: Generated<number>;
  tenant_id: string;
  erased_at: number;
}

export interface ErasedIdentifiersTable {
  tenant_id: string;
  identifier_hash: string;
  erasure_id: number;
}
