// An alert as a row and back: what is compared or counted stands in columns, everything else sealed in one body.
import { z } from 'zod/v4';
import { CLASSIFICATIONS, DETERMINATIONS, SEVERITIES, ALERT_STATUSES, type Alert } from '../domain/alert';
import { versionOf } from '../domain/alert-version';
import { instantFromMs, parseInstant, type Instant } from '../domain/instant';
import { RISK_KINDS } from '../domain/risk-kind';
import type { LastChange, StoredAlert } from '../domain/stored-alert';
import { Untrusted, toSealedColumn } from '../domain/untrusted';
import type { AlertDecision } from '../ports/alert-log';
import { loadErased } from './erased-people';
import { loadPeople } from './people-statements';
import type { Reader } from './database';
import type { StoreContext } from './store-context';
import type { AlertsTable } from './tables';

const text = z.string().nullable();
const count = z.number().int().nonnegative();
const BODY = z.object({
  incidentId: text,
  detectionSource: text,
  mitreTechniques: z.array(z.string()),
  assignedTo: text,
  alertWebUrl: text,
  resolvedDateTime: text,
  firstActivityDateTime: text,
  lastActivityDateTime: text,
  evidence: z.object({ files: count, labels: count, destinations: count, devices: count, others: count }).nullable(),
  commentCount: count,
  lastChange: z
    .object({
      what: z.enum(['start', 'assign', 'unassign', 'resolve', 'reopen', 'comment', 'elsewhere']),
      who: text,
      at: z.string(),
    })
    .nullable(),
});
type Body = z.infer<typeof BODY>;

/** The row that holds an alert now: its number stays, and the last known change when nothing newer is known. */
export interface KeptRow extends Pick<
  AlertsTable,
  'number' | 'committed_at' | 'reduced' | 'reduced_at' | 'reduced_days' | 'revealed_until' | 'ended_at'
> {
  lastChange: Body['lastChange'];
}

/** Whom an alert is about, as its row says it. */
export type WhoRow = Pick<AlertsTable, 'person_id' | 'erasure_id'>;

export type { Body as AlertBody };

const placeOf = (number: number) => `alerts.sealed_body:${number}`;

/** A member of a closed list as a column gave it back; null for anything else. */
export function oneOf<T extends string>(list: readonly T[], value: string | null): T | null {
  return list.find((member) => member === value) ?? null;
}

function hidden(value: string | null): Untrusted | null {
  return value === null ? null : Untrusted.of(value);
}

function shown(value: Untrusted | null): string | null {
  return value === null ? null : toSealedColumn(value);
}

function writeLastChange(change: LastChange | null): Body['lastChange'] {
  return change && { what: change.what, who: shown(change.who), at: change.at };
}

function readLastChange(change: Body['lastChange']): LastChange | null {
  return change && { what: change.what, who: hidden(change.who), at: change.at as Instant };
}

function bodyOf(alert: Alert, lastChange: Body['lastChange']): Body {
  const { incidentId, detectionSource, mitreTechniques, alertWebUrl, evidence, commentCount } = alert;
  const { resolvedDateTime, firstActivityDateTime, lastActivityDateTime } = alert;
  return {
    ...{ incidentId, detectionSource, mitreTechniques, alertWebUrl, evidence, commentCount },
    ...{ resolvedDateTime, firstActivityDateTime, lastActivityDateTime },
    assignedTo: shown(alert.assignedTo),
    lastChange,
  };
}

export function openBody(context: StoreContext, row: Pick<AlertsTable, 'number' | 'sealed_body'>): Body {
  return BODY.parse(JSON.parse(context.seal.unseal(row.sealed_body, placeOf(row.number))));
}

export function sealBody(context: StoreContext, number: number, body: Body): string {
  return context.seal.seal(JSON.stringify(body), placeOf(number));
}

export function toAlertRow(
  context: StoreContext,
  decision: AlertDecision,
  { lastChange, ...kept }: KeptRow,
  who: WhoRow,
): AlertsTable {
  const { alert } = decision;
  const body = bodyOf(alert, writeLastChange(decision.lastChange) ?? lastChange);
  return {
    tenant_id: context.tenantId,
    ...kept,
    ...who,
    source: alert.source,
    source_id: alert.id,
    status: alert.status,
    severity: alert.severity,
    classification: alert.classification,
    determination: alert.determination,
    risk_kind: decision.riskKind,
    created_at: alert.createdDateTime,
    last_update: alert.lastUpdateDateTime,
    content_hash: alert.contentHash,
    version: versionOf(alert),
    backlog: Number(decision.backlog),
    gone: 0,
    sealed_body: sealBody(context, kept.number, body),
  };
}

/** In the order of the rows. */
export async function toStoredAlerts(
  connection: Reader,
  context: StoreContext,
  rows: readonly AlertsTable[],
): Promise<StoredAlert[]> {
  const people = await loadPeople(
    connection,
    context,
    rows.flatMap((row) => (row.person_id === null ? [] : [row.person_id])),
  );
  const erased = await loadErased(
    connection,
    context,
    rows.flatMap((row) => (row.erasure_id === null ? [] : [row.erasure_id])),
  );
  return rows.map((row) => {
    const person = row.person_id === null ? undefined : people.get(row.person_id);
    const standIn = row.erasure_id === null ? undefined : erased.get(row.erasure_id);
    const subject = person?.identity ?? standIn ?? null;
    return { ...toStoredAlert(context, row), alias: person?.alias ?? null, subject };
  });
}

function toStoredAlert(context: StoreContext, row: AlertsTable): Omit<StoredAlert, 'alias' | 'subject'> {
  const body = openBody(context, row);
  // Every member by name: spread out of the body, an alert takes some eight times the memory, and looks read many.
  return {
    incidentId: body.incidentId,
    detectionSource: body.detectionSource,
    mitreTechniques: body.mitreTechniques,
    alertWebUrl: body.alertWebUrl,
    evidence: body.evidence,
    commentCount: body.commentCount,
    tenantId: context.tenantId,
    source: 'graph',
    id: row.source_id,
    number: row.number,
    version: row.version,
    status: oneOf(ALERT_STATUSES, row.status),
    severity: oneOf(SEVERITIES, row.severity),
    classification: oneOf(CLASSIFICATIONS, row.classification),
    determination: oneOf(DETERMINATIONS, row.determination),
    riskKind: oneOf(RISK_KINDS, row.risk_kind) ?? 'other',
    createdDateTime: parseInstant(row.created_at),
    lastUpdateDateTime: parseInstant(row.last_update),
    resolvedDateTime: parseInstant(body.resolvedDateTime),
    firstActivityDateTime: parseInstant(body.firstActivityDateTime),
    lastActivityDateTime: parseInstant(body.lastActivityDateTime),
    assignedTo: hidden(body.assignedTo),
    lastChange: readLastChange(body.lastChange),
    contentHash: row.content_hash,
    backlog: row.backlog === 1,
    gone: row.gone === 1,
    reduced: row.reduced_at === null ? null : { at: instantFromMs(row.reduced_at), afterDays: row.reduced_days ?? 0 },
    revealedUntil: row.revealed_until === null ? null : instantFromMs(row.revealed_until),
  };
}
