// The tables of retention and erasure: whom alerts name, and who was erased.
import type { Generated } from 'kysely';

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
