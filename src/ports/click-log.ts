// Clicks that were taken: so that the same click again, or the same activity delivered twice, changes nothing twice.

/** The outcome is kept, never the answered card. */
export interface ClickOutcome {
  outcome: string;
  /** The change's own facts, of closed vocabularies (verb, status words), as JSON. */
  facts: string;
}

export interface ClickLog {
  /**
   * Takes a click: null = ours to carry out. Otherwise what became of it, `outcome: 'pending'` while another copy is
   * being carried out. A taken click is forgotten after `ttlMs`.
   */
  take(keys: readonly string[], now: number, ttlMs: number): Promise<ClickOutcome | null>;
  keep(keys: readonly string[], outcome: ClickOutcome): Promise<void>;
  /** Clicks kept as `intended`: their effect was begun and its outcome never written (the process died). */
  unfinished(): Promise<readonly (ClickOutcome & { key: string })[]>;
  /** The click was refused before it did anything and may be tried again. */
  release(keys: readonly string[]): Promise<void>;
}
