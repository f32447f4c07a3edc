// The record of who did what: append only, hash-chained. A change is not made when its intent cannot be written.
import type { Untrusted } from '../domain/untrusted';

export type AuditOutcome = 'intended' | 'applied' | 'refused' | 'failed';

export interface AuditEntry {
  /** A verb, a command name, or `start`. */
  action: string;
  outcome: AuditOutcome;
  /** Entra object id; written as a keyed hash, kept sealed apart from the chain. Null for the process itself. */
  actorObjectId: string | null;
  alertNumber: number | null;
  /** Keyed hash of nothing secret: the opaque reference, where a press named no known alert. */
  cardRef: string | null;
  /**
   * A code word of ours (`noRole`, `isSubject`, …) or null. Somebody who acted in conflict of interest has it beside the
   * word: `conflict: manager`, `commentFailed; conflict: directReport`.
   */
  reason: string | null;
  /** A reveal alone: what its person typed, people as aliases. Sealed in the store, opened by the export. */
  statedReason?: Untrusted;
  /** A hunt alone: which query ran, over what time, and how many rows met it (null = it failed). */
  hunt?: { queryHash: string; window: { from: string; to: string }; rowCount: number | null };
}

export interface AuditTrail {
  /** Durable on return; gives the row's `seq`. Throws BotError `storeBusy` or `storeUnusable`. */
  append(entry: AuditEntry, now: number): Promise<number>;
  /** The newest row, for the hourly anchor; null when empty. */
  head(): Promise<{ seq: number; hash: string } | null>;
  /**
   * Removes who stands behind an actor; the rows stay and the chain holds. `actor` is the object id, or its keyed hash
   * as an export prints it. False when nobody is known by it.
   */
  forgetPerson(actor: string): Promise<boolean>;
}
