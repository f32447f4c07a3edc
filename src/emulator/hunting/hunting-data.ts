// The hunting tables of the tenant at one moment. The month of work is made once, when somebody first asks; alerts and
// what their subjects did are read from the alert table at every question.
import type { Alert } from '../alert';
import type { Tenant } from '../entities';
import type { KqlColumn, KqlTable } from '../kql/kql-table';
import type { SeedLabel, Workplace } from '../seed/workplace-schema';
import { alertEvents } from './alert-events';
import { ALERT_EVIDENCE_COLUMNS, ALERT_INFO_COLUMNS, alertEvidenceRows, alertInfoRows } from './alert-tables';
import { behaviourColumns } from './behaviour-columns';
import { behaviours } from './behaviours';
import { eventColumns, type SchemaVariant } from './event-columns';
import { DAY_MS, inOrder, monthOfEvents, MONTH_DAYS } from './month-of-events';
import { createStage, type Stage } from './stage';
import { rowsInOrder, type Cells, type EventCells, type KqlRow } from './table-rows';

/** Days that hunting reaches back; what is older is left out without a word. */
export const HUNTING_REACH_DAYS = MONTH_DAYS;

const CHANCE_SEED = 20_260_301;

type Timed = Cells & { Timestamp: number };

export interface HuntingMoment {
  /** Milliseconds since the epoch: nothing later is known yet. */
  now: number;
  /** Both ends included; cut to the days that hunting reaches back. */
  span: { from: number; to: number };
  variant: SchemaVariant;
  /** Off: the two tables of Insider Risk Management are not there at all. */
  dataSharing: boolean;
}

export interface HuntingSources {
  tenant: Tenant;
  workplace: Workplace | undefined;
  labels: readonly SeedLabel[];
  alerts(): Alert[];
  startedAt: Date;
  events: number;
}

interface Month {
  stage: Stage;
  events: EventCells[];
  behaviours: Timed[];
}

export class HuntingData {
  private month: Month | undefined;
  private readonly stories = new Map<string, EventCells[]>();
  /** Rows of the month by table and variant: they never change, and putting them in order takes longest. */
  private readonly ordered = new Map<string, KqlRow[]>();

  constructor(private readonly sources: HuntingSources) {}

  tables(moment: HuntingMoment): KqlTable[] {
    const alerts = this.sources.alerts();
    const seen = (name: string, columns: readonly KqlColumn[], ...rows: KqlRow[][]): KqlTable => {
      return { name, columns, rows: rows.flatMap((some) => some.filter(within(moment))) };
    };
    const info = seen('AlertInfo', ALERT_INFO_COLUMNS, rowsInOrder(ALERT_INFO_COLUMNS, alertInfoRows(alerts)));
    const evidenceRows = rowsInOrder(ALERT_EVIDENCE_COLUMNS, alertEvidenceRows(alerts));
    const evidence = seen('AlertEvidence', ALERT_EVIDENCE_COLUMNS, evidenceRows);
    if (!moment.dataSharing) return [info, evidence];
    const { variant } = moment;
    const month = this.makeMonth();
    const columns = eventColumns(variant);
    const told = month ? alerts.flatMap((alert) => this.storyOf(alert, month.stage)) : [];
    const events = this.inOrderOnce(`events ${variant}`, columns, month?.events);
    const ofBehaviours = behaviourColumns(variant);
    return [
      seen('DataSecurityEvents', columns, events, rowsInOrder(columns, told)),
      seen(
        'DataSecurityBehaviors',
        ofBehaviours,
        this.inOrderOnce(`behaviours ${variant}`, ofBehaviours, month?.behaviours),
      ),
      info,
      evidence,
    ];
  }

  private inOrderOnce(key: string, columns: readonly KqlColumn[], rows: readonly Cells[] = []): KqlRow[] {
    const known = this.ordered.get(key) ?? rowsInOrder(columns, rows);
    this.ordered.set(key, known);
    return known;
  }

  private storyOf(alert: Alert, stage: Stage): EventCells[] {
    const known = this.stories.get(alert.id);
    if (known) return known;
    const rows = alertEvents(alert, stage);
    this.stories.set(alert.id, rows);
    return rows;
  }

  /** Undefined when the seed tells of no workplace. */
  private makeMonth(): Month | undefined {
    const { tenant, workplace, labels, startedAt, events: count } = this.sources;
    if (this.month || !workplace) return this.month;
    const stage = createStage(tenant, workplace, labels, CHANCE_SEED);
    const events = monthOfEvents({ stage, now: startedAt.getTime(), count, chanceSeed: CHANCE_SEED });
    const people = new Set(tenant.people.map((person) => person.userPrincipalName));
    const told = this.sources.alerts().flatMap((alert) => this.storyOf(alert, stage));
    const context = { labels: stage.labels, workplace, isPerson: (upn: string) => people.has(upn) };
    this.month = { stage, events, behaviours: behaviours(inOrder([...events, ...told]), context) };
    return this.month;
  }
}

/** Every hunting table has its time in its first column. */
function within({ now, span }: HuntingMoment): (row: KqlRow) => boolean {
  const from = Math.max(span.from, now - HUNTING_REACH_DAYS * DAY_MS);
  const to = Math.min(span.to, now);
  return ([at]) => typeof at === 'number' && at >= from && at <= to;
}
