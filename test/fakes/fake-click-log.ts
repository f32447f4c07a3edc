// Clicks in memory.
import type { ClickLog, ClickOutcome } from '../../src/ports/click-log';

interface FakeClick extends ClickOutcome {
  keys: readonly string[];
  expiresAt: number;
}

const ORPHAN = 'unfinished:';

export class FakeClickLog implements ClickLog {
  private readonly clicks = new Map<string, FakeClick>();
  private lastId = 0;

  async take(keys: readonly string[], now: number, ttlMs: number): Promise<ClickOutcome | null> {
    for (const [id, click] of this.clicks) {
      if (click.expiresAt > now) continue;
      if (click.outcome === 'intended') click.keys = [];
      else this.clicks.delete(id);
    }
    const known = this.byKeys(keys)[0]?.[1];
    if (known) return { outcome: known.outcome, facts: known.facts };
    this.lastId += 1;
    this.clicks.set(String(this.lastId), { outcome: 'pending', facts: '{}', keys, expiresAt: now + ttlMs });
    return null;
  }

  async keep(keys: readonly string[], outcome: ClickOutcome): Promise<void> {
    for (const [, click] of this.byKeys(keys)) Object.assign(click, outcome);
  }

  async unfinished(): Promise<readonly (ClickOutcome & { key: string })[]> {
    return [...this.clicks]
      .filter(([, click]) => click.outcome === 'intended')
      .map(([id, { outcome, facts }]) => ({ outcome, facts, key: ORPHAN + id }));
  }

  async release(keys: readonly string[]): Promise<void> {
    for (const [id] of this.byKeys(keys)) this.clicks.delete(id);
  }

  /** Known and not begun any more, or left unfinished once and forgotten since. */
  isEnded(keys: readonly string[]): boolean {
    const known = this.byKeys(keys);
    if (known.length === 0) return keys.some((key) => key.startsWith(ORPHAN));
    return known.every(([, click]) => click.outcome !== 'intended');
  }

  private byKeys(keys: readonly string[]): [string, FakeClick][] {
    return [...this.clicks].filter(
      ([id, click]) => keys.includes(ORPHAN + id) || click.keys.some((key) => keys.includes(key)),
    );
  }
}
