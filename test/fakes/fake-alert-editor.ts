// Writes to the alerts of a `FakeAlertSource` and keeps every write, with outcomes and faults on demand.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { BotError } from '../../src/domain/errors';
import { instantFromMs } from '../../src/domain/instant';
import type { AlertPatch } from '../../src/domain/triage-rules';
import { Untrusted } from '../../src/domain/untrusted';
import type { AlertEditor, EditOutcome } from '../../src/ports/alert-editor';
import { changed } from '../builders/alert';
import type { FakeAlertSource } from './fake-alert-source';

export class FakeAlertEditor implements AlertEditor {
  readonly edits: { id: string; patch: AlertPatch }[] = [];
  readonly comments: { id: string; text: string; marker: string }[] = [];
  /** Thrown by the next edit or comment instead of doing anything. */
  editFault: BotError | null = null;
  commentFault: BotError | null = null;
  /** What the next edits report; the alert changes only when it is `applied`. */
  outcome: EditOutcome = 'applied';
  /** Graph answered that it took the edit, but reads do not show it (yet). */
  takesEffect = true;
  /** Called once the edit is made and before it is answered. */
  afterEdit: () => void = () => undefined;

  constructor(private readonly source: FakeAlertSource) {}

  async edit(id: string, patch: AlertPatch): Promise<EditOutcome> {
    await nextTurn();
    this.edits.push({ id, patch });
    if (this.editFault) throw this.editFault;
    if (this.outcome === 'applied' && this.takesEffect) this.apply(id, patch);
    this.afterEdit();
    return this.outcome;
  }

  async comment(id: string, text: string, marker: string): Promise<void> {
    await nextTurn();
    if (this.commentFault) throw this.commentFault;
    this.comments.push({ id, text, marker });
  }

  private apply(id: string, patch: AlertPatch): void {
    const alert = this.source.get(id);
    if (alert === null) return;
    const { assignedTo, ...words } = patch;
    const owner = assignedTo === undefined ? {} : { assignedTo: assignedTo === null ? null : Untrusted.of(assignedTo) };
    this.source.nowMs += 1_000;
    this.source.put(changed(alert, { ...words, ...owner, lastUpdateDateTime: instantFromMs(this.source.nowMs) }));
  }
}
