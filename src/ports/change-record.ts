// What stands on record of a change: the audit, the click that asked for it and the question that it answers. They are
// written together, so that a process that dies leaves no change begun without its intent, and none ended twice.
import type { AuditEntry } from './audit-trail';
import type { ClickOutcome } from './click-log';

/** A click that was taken, and is about to write to Graph. */
export interface BegunChange {
  keys: readonly string[];
  /** JSON that the next start can tell from what became of the change. */
  facts: string;
  /** The question that the click answers, which is settled by it; null for a press on an alert's own card. */
  askedRef: string | null;
}

/** `undone`: nothing was changed. The same click may be made again, and the question under the reference is open again. */
export type ChangeEnd = { is: 'done'; outcome: ClickOutcome } | { is: 'undone'; askedRef: string | null };

export interface ChangeRecord {
  /** Durable on return. False when the question is not open (any more): then nothing is written. */
  begin(begun: BegunChange, intent: AuditEntry, now: number): Promise<boolean>;
  /** Durable on return; nothing when the click was ended before. `keys` as `ClickLog` takes them, also those of a click left unfinished. */
  end(keys: readonly string[], end: ChangeEnd, outcome: AuditEntry, now: number): Promise<void>;
}
