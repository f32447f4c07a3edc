// The audit in memory; `entries` shows a test what was written.
import { createHash } from 'node:crypto';
import type { AuditEntry, AuditTrail } from '../../src/ports/audit-trail';

export class FakeAuditTrail implements AuditTrail {
  readonly entries: AuditEntry[] = [];
  readonly people = new Set<string>();
  private hash = '';

  async append(entry: AuditEntry, now: number): Promise<number> {
    this.entries.push({ ...entry });
    if (entry.actorObjectId !== null) this.people.add(entry.actorObjectId.toLowerCase());
    this.hash = createHash('sha256')
      .update(JSON.stringify([this.hash, entry, now]))
      .digest('hex');
    return this.entries.length;
  }

  async head(): Promise<{ seq: number; hash: string } | null> {
    return this.entries.length === 0 ? null : { seq: this.entries.length, hash: this.hash };
  }

  async forgetPerson(actor: string): Promise<boolean> {
    return this.people.delete(actor.toLowerCase());
  }
}
