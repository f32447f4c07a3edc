// What people asked, in memory, oldest first.
import type { Asked, AskedBook, AskedKind } from '../../src/ports/asked-book';
import { ASKED_PER_PERSON_MAX } from '../../src/store/sql-asked-book';

export class FakeAskedBook implements AskedBook {
  rows: { asked: Asked; settled: boolean }[] = [];

  async keep(asked: Asked, now: number): Promise<void> {
    this.rows = this.rows.filter((row) => row.asked.until > now);
    const known = this.rows.find((row) => row.asked.ref === asked.ref);
    if (known) {
      known.asked = { ...known.asked, facts: asked.facts, until: asked.until };
      return;
    }
    const askerObjectId = asked.askerObjectId.toLowerCase();
    this.rows.push({ asked: { ...asked, askerObjectId }, settled: false });
    const tooMany = this.rows
      .filter((row) => row.asked.askerObjectId === askerObjectId)
      .slice(0, -ASKED_PER_PERSON_MAX);
    this.rows = this.rows.filter((row) => !tooMany.includes(row));
  }

  async find(ref: string, now: number): Promise<Asked | null> {
    const row = this.open(now).find(({ asked }) => asked.ref === ref);
    return row ? { ...row.asked } : null;
  }

  async last(kind: AskedKind, askerObjectId: string, conversationId: string, now: number): Promise<Asked | null> {
    const row = this.open(now).findLast(
      ({ asked }) =>
        asked.kind === kind &&
        asked.askerObjectId === askerObjectId.toLowerCase() &&
        asked.conversationId === conversationId,
    );
    return row ? { ...row.asked } : null;
  }

  async settle(ref: string, now: number): Promise<boolean> {
    const row = this.open(now).find(({ asked }) => asked.ref === ref);
    if (!row) return false;
    row.settled = true;
    return true;
  }

  /** Part of what the record of a change promises. */
  reopen(ref: string): void {
    for (const row of this.rows) if (row.asked.ref === ref) row.settled = false;
  }

  private open(now: number) {
    return this.rows.filter(({ asked, settled }) => !settled && asked.until > now);
  }
}
