// The hunting tables as a test wants them: columns, labels and rows as given, failures in the order they were planned.
import type { BotError } from '../../src/domain/errors';
import type { HuntingColumns } from '../../src/domain/hunting-columns';
import type { HuntingQuery, HuntingTable } from '../../src/domain/hunting-question';
import type { AnswerRow } from '../../src/domain/hunting-summary';
import type { SensitivityLabel } from '../../src/domain/sensitivity-label';
import type { Hunting } from '../../src/ports/hunting';
import { EVENT_COLUMNS, LABELS } from '../builders/hunting';

export class FakeHunting implements Hunting {
  readonly queries: HuntingQuery[] = [];
  readonly probes: string[] = [];
  rows: readonly AnswerRow[] = [];
  /** What a fresh probe finds; null = no such table. */
  present: HuntingColumns | null = EVENT_COLUMNS;
  labelTree: readonly SensitivityLabel[] = LABELS;
  labelsDown: BotError | null = null;
  /** Most queries that were under way at a time. */
  most = 0;
  private readonly failures: BotError[] = [];
  private gate: { opened: Promise<void>; open(): void } | null = null;
  private underWay = 0;

  constructor(private known: HuntingColumns | null = EVENT_COLUMNS) {}

  failNext(...errors: BotError[]): void {
    this.failures.push(...errors);
  }

  /** Queries last until `release`. */
  hold(): void {
    let open = (): void => undefined;
    const opened = new Promise<void>((resolve) => (open = resolve));
    this.gate = { opened, open };
  }

  release(): void {
    this.gate?.open();
    this.gate = null;
  }

  async run(query: HuntingQuery): Promise<readonly AnswerRow[]> {
    this.queries.push(query);
    this.underWay += 1;
    this.most = Math.max(this.most, this.underWay);
    try {
      await this.gate?.opened;
      const failure = this.failures.shift();
      if (failure !== undefined) throw failure;
      return this.rows;
    } finally {
      this.underWay -= 1;
    }
  }

  async columns(table: HuntingTable, freshness: 'known' | 'fresh'): Promise<HuntingColumns | null> {
    this.probes.push(`${table} ${freshness}`);
    if (freshness === 'fresh') this.known = this.present;
    return this.known;
  }

  async labels(): Promise<readonly SensitivityLabel[]> {
    if (this.labelsDown !== null) throw this.labelsDown;
    return this.labelTree;
  }
}
