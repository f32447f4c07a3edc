// Hunts under way, in memory; each row knows whose process began it.
import type { AuditEntry } from '../../src/ports/audit-trail';
import type { BegunHunt, HuntLog, LeftHunt, SentQuery } from '../../src/ports/hunt-log';
import type { FakeAuditTrail } from './fake-audit-trail';

interface Row {
  hunt: BegunHunt;
  holder: string;
  sent: SentQuery | null;
  messageId: string | null;
  recorded: boolean;
  told: boolean;
}

export class FakeHuntLog implements HuntLog {
  constructor(
    private readonly auditTrail: FakeAuditTrail,
    private readonly holder: string,
    readonly rows = new Map<string, Row>(),
  ) {}

  /** The same rows as another process sees them. */
  of(holder: string): FakeHuntLog {
    return new FakeHuntLog(this.auditTrail, holder, this.rows);
  }

  async begin(hunt: BegunHunt): Promise<void> {
    const state = { sent: null, messageId: null, recorded: false, told: false };
    this.rows.set(hunt.id, { hunt: { ...hunt }, holder: this.holder, ...state });
  }

  async note(id: string, what: { sent: SentQuery } | { messageId: string }): Promise<void> {
    const row = this.rows.get(id);
    if (row) Object.assign(row, structuredClone(what));
  }

  async record(id: string, line: AuditEntry, now: number): Promise<void> {
    const row = this.rows.get(id);
    if (!row || row.recorded) return;
    row.recorded = true;
    try {
      await this.auditTrail.append(line, now);
    } catch (error) {
      row.recorded = false;
      throw error;
    }
    this.forgetEnded(id);
  }

  async told(id: string): Promise<void> {
    const row = this.rows.get(id);
    if (row) row.told = true;
    this.forgetEnded(id);
  }

  async left(): Promise<readonly LeftHunt[]> {
    const others = [...this.rows.values()].filter((row) => row.holder !== this.holder);
    for (const row of others) row.holder = this.holder;
    return others.map(({ hunt, sent, messageId, recorded, told }) => {
      return { ...hunt, unrecorded: recorded ? null : sent, messageId, told };
    });
  }

  private forgetEnded(id: string): void {
    const row = this.rows.get(id);
    if (row?.told && (row.recorded || row.sent === null)) this.rows.delete(id);
  }
}
