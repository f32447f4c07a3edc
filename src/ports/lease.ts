// Exclusion among replicas and among clicks: a named lease that ends by itself and whose epoch fences late writers.

export interface Lease {
  name: string;
  epoch: number;
}

export interface Leases {
  /** Null when somebody else holds it. Whoever holds it gets it again with the same epoch. */
  acquire(name: string, holder: string, ttlMs: number, now: number): Promise<Lease | null>;
  release(lease: Lease, holder: string): Promise<void>;
}
