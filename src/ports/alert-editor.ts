// Writes to alerts. The caller has decided that the write is allowed; this room knows how to do it once.
import type { AlertPatch } from '../domain/triage-rules';

export type EditOutcome =
  /** Graph took it, or a read-back shows the wanted state. */
  | 'applied'
  /** The answer was lost and a read-back shows the alert unchanged after the one retry. */
  | 'notApplied'
  /** The answer was lost and a read-back shows a third state. */
  | 'conflict';

export interface AlertEditor {
  /** PATCH with the given properties only. An ambiguous answer is settled by reading back. Throws BotError. */
  edit(id: string, patch: AlertPatch): Promise<EditOutcome>;
  /** Adds a comment once: `marker` stands in the text and is looked for before a retry. Throws BotError. */
  comment(id: string, text: string, marker: string): Promise<void>;
}
