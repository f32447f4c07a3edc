// What every class of this room is made from: the database, the tenant whose rows it sees, and the keys.
import type { Database } from './database';
import type { Sealer } from './seal';

export interface StoreContext {
  database: Database;
  tenantId: string;
  seal: Sealer;
  /** What a person's alias is cut from; the key behind it stays where it cannot be printed. */
  aliasCandidate: (personKey: string) => string;
  /** Tells one pseudonym key from another, and gives nothing away of either. */
  pseudonymProof: string;
  /** Names this process in claims. */
  holder: string;
  leaseMs: number;
  resendAfterMs: number;
  now: () => number;
}
