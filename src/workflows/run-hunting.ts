// Carries a resolved question to the hunting tables and back: paced, shared, and built again once when the tenant's
// schema turns out to be another than the one known.
import { BotError, isBotError } from '../domain/errors';
import type { HuntingColumns } from '../domain/hunting-columns';
import { failureOfError, type HuntFailure } from '../domain/hunting-failure';
import { huntingQuery } from '../domain/hunting-kql';
import { paceRefusal, PACE_WINDOW_MS, type HuntingPace, type HuntStart } from '../domain/hunting-pace';
import { tableOf, type HuntingQuery, type HuntingQuestion } from '../domain/hunting-question';
import type { AnswerRow } from '../domain/hunting-summary';
import { mayBeOfSchema } from '../domain/query-fault';
import type { Clock } from '../ports/clock';
import type { Hunting } from '../ports/hunting';
import type { Logger } from '../ports/logger';
import type { Metrics } from '../ports/metrics';
import { HuntingLine } from './hunting-line';
import { SharedHunts } from './shared-hunts';

export interface RunHuntingDeps {
  hunting: Hunting;
  clock: Clock;
  logger: Logger;
  metrics: Metrics;
  pace: HuntingPace;
}

/**
 * Told of every query before it is sent; one whose note fails is not sent. Whoever shares the run of another is told of
 * none: nothing is sent for them.
 */
export type NoteQuery = (query: HuntingQuery) => Promise<void>;

/** The question that was run; a shared one may lie up to a minute before what was asked for. */
export type HuntRun =
  | {
      is: 'ran';
      question: HuntingQuestion;
      columns: HuntingColumns;
      query: HuntingQuery;
      rows: readonly AnswerRow[];
    }
  /** `query` null: nothing was asked. */
  | { is: 'failed'; question: HuntingQuestion; query: HuntingQuery | null; failure: HuntFailure };

/** A person has to look into these: no question of the kind will be answered. */
const ALARMING: readonly HuntFailure['code'][] = ['notPermitted', 'queryRefused', 'queryUnreadable', 'sharingOff'];

interface RefusedQuery {
  question: HuntingQuestion;
  /** What it was built for. */
  known: HuntingColumns;
  refused: HuntingQuery;
  why: BotError;
}

export class HuntingRunner {
  private readonly line = new HuntingLine();
  private readonly shared = new SharedHunts<HuntRun>();
  private starts: HuntStart[] = [];

  constructor(private readonly deps: RunHuntingDeps) {}

  /** `person`: object id of who asks. Never rejects for what Graph answered; rejects when a query cannot be noted. */
  async run(question: HuntingQuestion, person: string, note: NoteQuery): Promise<HuntRun> {
    const now = this.deps.clock.now();
    const under = this.shared.find(question, now);
    if (under !== null) return under;
    const failure = this.refusal(person, now);
    if (failure !== null) return this.counted({ is: 'failed', question, query: null, failure });
    this.starts.push({ at: now, person });
    const run = this.line.through(() => this.ask(question, note)).then((outcome) => this.counted(outcome));
    return this.shared.keep(question, now, run, ({ is }) => is === 'ran');
  }

  private refusal(person: string, now: number): HuntFailure | null {
    this.starts = this.starts.filter(({ at }) => now - at < PACE_WINDOW_MS);
    return paceRefusal(this.starts, this.deps.pace, person, now) ?? (this.line.isFull ? { code: 'botBusy' } : null);
  }

  private counted(run: HuntRun): HuntRun {
    const { logger, metrics } = this.deps;
    metrics.huntingQuery(run.is === 'ran' ? 'ok' : run.failure.code);
    if (run.is === 'failed' && ALARMING.includes(run.failure.code)) {
      logger.warn('a hunting question cannot be answered', { code: run.failure.code });
    }
    return run;
  }

  private async ask(question: HuntingQuestion, note: NoteQuery): Promise<HuntRun> {
    let query: HuntingQuery | null = null;
    try {
      const columns = await this.deps.hunting.columns(tableOf(question), 'known');
      if (columns === null) return { is: 'failed', question, query, failure: { code: 'sharingOff' } };
      query = huntingQuery(question, columns, this.deps.clock.now());
      const rows = await this.rowsOf(query, note);
      return rows instanceof BotError
        ? await this.askAnew({ question, known: columns, refused: query, why: rows }, note)
        : { is: 'ran', question, columns, query, rows };
    } catch (error) {
      return this.failed(question, query, error);
    }
  }

  /** Graph refused the query as it stands: it is built again when the schema is no longer the one it was built for. */
  private async askAnew({ question, known, refused, why }: RefusedQuery, note: NoteQuery): Promise<HuntRun> {
    const columns = await this.deps.hunting.columns(tableOf(question), 'fresh');
    if (columns === null) return { is: 'failed', question, query: refused, failure: { code: 'sharingOff' } };
    if (isSame(known, columns)) return this.failed(question, refused, why);
    const query = huntingQuery(question, columns, this.deps.clock.now());
    const rows = await this.rowsOf(query, note);
    if (rows instanceof BotError) return this.failed(question, query, rows);
    return { is: 'ran', question, columns, query, rows };
  }

  /** Gives the refusal that another schema may be the reason of. Throws BotError for every other failure. */
  private async rowsOf(query: HuntingQuery, note: NoteQuery): Promise<readonly AnswerRow[] | BotError> {
    await note(query);
    try {
      return await this.deps.hunting.run(query);
    } catch (error) {
      if (isBotError(error) && mayBeOfSchema(error)) return error;
      throw error;
    }
  }

  private failed(question: HuntingQuestion, query: HuntingQuery | null, error: unknown): HuntRun {
    if (isBotError(error) && error.from === 'store') throw error;
    const failure = failureOfError(error, 'ThreatHunting.Read.All');
    if (failure === null) throw error;
    return { is: 'failed', question, query, failure };
  }
}

function isSame(a: HuntingColumns, b: HuntingColumns): boolean {
  return a.size === b.size && [...a].every((name) => b.has(name));
}
