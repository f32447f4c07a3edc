// What of a decided alert is kept beside what was kept before: a stub stays a stub until the alert lives again, words that
// were erased stay away, and from when retention counts.
import type { AlertStatus } from '../domain/alert';
import { stubOf, wakes } from '../domain/alert-stub';
import { namelessLink } from '../domain/disclosure';
import { instantToMs } from '../domain/instant';
import type { AlertDecision } from '../ports/alert-log';
import { openBody, type KeptRow, type WhoRow } from './alert-rows';
import type { StoreContext } from './store-context';
import type { AlertsTable } from './tables';

/** Values of `alerts.reduced`. */
export const WORDS = { kept: 0, retained: 1, erased: 2 } as const;

const NAMING_FIELDS: readonly string[] = ['assignedTo', 'evidence'];

function staysStub(status: AlertStatus | null, row: AlertsTable | undefined): row is AlertsTable {
  return row !== undefined && row.reduced_at !== null && !wakes(status);
}

/** Whoever decided: of a stub nothing more than a stub is written. */
export function asKept(decision: AlertDecision, row: AlertsTable | undefined): AlertDecision {
  if (!staysStub(decision.alert.status, row)) return decision;
  const changes = decision.diff.changes.filter(({ field }) => !NAMING_FIELDS.includes(field));
  const quiet = { lastChange: null, postTo: [], tellSeverityRise: false } as const;
  return { ...decision, ...quiet, alert: stubOf(decision.alert), diff: { ...decision.diff, changes } };
}

/** Graph's time of the resolution where it gave one, and never later than now, so that no date can keep an alert for ever. */
function endedAt({ alert }: AlertDecision, row: AlertsTable | undefined, now: number): number | null {
  if (alert.status !== 'resolved') return null;
  if (alert.resolvedDateTime !== null) return Math.min(instantToMs(alert.resolvedDateTime), now);
  // One that was resolved before without a moment being noted: retention looks that up in its history.
  return row?.status === 'resolved' ? row.ended_at : now;
}

function wordsAfter(decision: AlertDecision, row: AlertsTable | undefined, namesErased: boolean): number {
  if (namesErased || row?.reduced === WORDS.erased) return WORDS.erased;
  return staysStub(decision.alert.status, row) ? WORDS.retained : WORDS.kept;
}

/** `number` is the one of a new alert. `namesErased`: its evidence names somebody who was erased. */
export function keptRow(
  context: StoreContext,
  decision: AlertDecision,
  row: AlertsTable | undefined,
  number: number,
  namesErased: boolean,
): KeptRow {
  const now = context.now();
  const stub = staysStub(decision.alert.status, row);
  return {
    number: row?.number ?? number,
    committed_at: row?.committed_at ?? now,
    revealed_until: row?.revealed_until ?? null,
    reduced: wordsAfter(decision, row, namesErased),
    reduced_at: stub ? row.reduced_at : null,
    reduced_days: stub ? row.reduced_days : null,
    ended_at: endedAt(decision, row, now),
    lastChange: row === undefined || stub ? null : openBody(context, row).lastChange,
  };
}

/** The link of an alert about somebody who was erased may spell them, and is judged while that can be told. */
export function withoutErased(decision: AlertDecision, { erasure_id: erasureId }: WhoRow): AlertDecision {
  if (erasureId === null) return decision;
  return { ...decision, alert: { ...decision.alert, alertWebUrl: namelessLink(decision.alert) } };
}
