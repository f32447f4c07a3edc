// What people asked and in which messages it stands, in memory, oldest first.
import type { Asked, AskedBook, AskedKind } from '../../src/ports/asked-book';
import type { ExpiryBook, StandingQuestion } from '../../src/ports/expiry-book';
import { ASKED_PER_PERSON_MAX, STANDING_KEPT_MS } from '../../src/store/sql-asked-book';

interface Row {
  asked: Asked;
  settled: boolean;
  messageId: string | null;
}

export class FakeAskedBook implements AskedBook, ExpiryBook {
  rows: Row[] = [];

  async keep(asked: Asked, now: number): Promise<void> {
    this.rows = this.rows.filter((row) => row.asked.until + (stands(row) ? STANDING_KEPT_MS : 0) > now);
    const known = this.rows.find((row) => row.asked.ref === asked.ref);
    if (known) {
      known.asked = { ...known.asked, facts: asked.facts, until: asked.until };
      return;
    }
    const askerObjectId = asked.askerObjectId.toLowerCase();
    this.rows.push({ asked: { ...asked, askerObjectId }, settled: false, messageId: null });
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

  async stands(ref: string, messageId: string): Promise<void> {
    const row = this.rows.find(({ asked }) => asked.ref === ref);
    if (row) row.messageId = messageId;
  }

  async over(now: number, limit: number): Promise<readonly StandingQuestion[]> {
    return this.rows
      .filter((row) => stands(row) && row.asked.until <= now)
      .sort((a, b) => a.asked.until - b.asked.until)
      .slice(0, limit)
      .map(({ asked, messageId }) => ({ ...asked, messageId: messageId ?? '' }));
  }

  async drop(ref: string): Promise<void> {
    this.rows = this.rows.filter(({ asked }) => asked.ref !== ref);
  }

  /** Part of what the record of a change promises. */
  reopen(ref: string): void {
    for (const row of this.rows) if (row.asked.ref === ref) row.settled = false;
  }

  private open(now: number) {
    return this.rows.filter(({ asked, settled }) => !settled && asked.until > now);
  }
}

const stands = ({ settled, messageId }: Row) => !settled && messageId !== null;
