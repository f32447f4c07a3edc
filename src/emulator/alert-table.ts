// The tenant's alerts and the only way to change them: every change gets a later instant and is told to listeners.
// What a caller may change is decided by the room that lets it in (Graph four properties, the control room anything).
import type { Alert, AlertComment } from './alert';
import type { TickClock } from './instants';

export type AlertEvent = { kind: 'added' | 'changed' | 'removed'; id: string };

export class AlertTable {
  private readonly byId = new Map<string, Alert>();

  constructor(
    private readonly ticks: TickClock,
    private readonly tell: (event: AlertEvent) => void,
  ) {}

  /** Every alert, in the order they were added. */
  all(): Alert[] {
    return [...this.byId.values()];
  }

  get(id: string): Alert | undefined {
    return this.byId.get(id);
  }

  add(alert: Alert): Alert {
    this.byId.set(alert.id, alert);
    this.tell({ kind: 'added', id: alert.id });
    return alert;
  }

  remove(id: string): boolean {
    const removed = this.byId.delete(id);
    if (removed) this.tell({ kind: 'removed', id });
    return removed;
  }

  /** Sets properties and stamps `lastUpdateDateTime`, unless the change brings its own (a lagging replica does). */
  change(id: string, change: Partial<Alert>): Alert | undefined {
    const alert = this.byId.get(id);
    if (!alert) return undefined;
    const instant = this.ticks.next();
    const changed: Alert = { ...alert, resolvedDateTime: resolvedAt(alert, change, instant), ...change, id };
    changed.lastUpdateDateTime = change.lastUpdateDateTime ?? instant;
    this.byId.set(id, changed);
    this.tell({ kind: 'changed', id });
    return changed;
  }

  /** Appends a comment; Graph has no way to edit or delete one. */
  comment(id: string, comment: string, createdByDisplayName: string): AlertComment[] | undefined {
    const alert = this.byId.get(id);
    if (!alert) return undefined;
    const added: AlertComment = { comment, createdByDisplayName, createdDateTime: this.ticks.next() };
    return this.change(id, { comments: [...(alert.comments ?? []), added] })?.comments;
  }

  /** Takes properties away altogether, as a product that never fills them would. */
  strip(id: string, properties: string[]): Alert | undefined {
    const alert = this.byId.get(id);
    if (!alert) return undefined;
    const kept = Object.entries(alert).filter(([name]) => name === 'id' || !properties.includes(name));
    const stripped = Object.fromEntries(kept) as Partial<Alert> as Alert;
    this.byId.set(id, stripped);
    this.tell({ kind: 'changed', id });
    return stripped;
  }
}

function resolvedAt(alert: Alert, change: Partial<Alert>, instant: string): string | null {
  if (change.status === undefined) return alert.resolvedDateTime;
  if (change.status !== 'resolved') return null;
  return alert.status === 'resolved' ? alert.resolvedDateTime : instant;
}
