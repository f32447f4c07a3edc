// The statements that bring decided alerts into their tables, many rows at a time. Inside the caller's transaction.
import type { Transaction } from 'kysely';
import { SEVERITIES, type Severity } from '../domain/alert';
import type { AlertDecision } from '../ports/alert-log';
import { asKept, keptRow, withoutErased, WORDS } from './alert-keeping';
import { linkPeople, peopleOfAlerts, whoRow, type AlertPeople } from './alert-people';
import { oneOf, toAlertRow } from './alert-rows';
import { lockCounter, setCounter } from './counters';
import { inChunks } from './database';
import { keepDetails } from './detail-rows';
import type { StoreContext } from './store-context';
import type { AlertsTable, Tables } from './tables';

const NOBODY: AlertPeople = { person_id: null, erasure_id: null, named: [], namesErased: false };

/** What people type starts here. */
export const FIRST_ALERT_NUMBER = 1000;

/** A decision that took effect, with the number of its alert. */
export interface AppliedDecision {
  decision: AlertDecision;
  number: number;
  committedAt: number;
  firstSeen: boolean;
}

async function loadRows(
  transaction: Transaction<Tables>,
  context: StoreContext,
  ids: readonly string[],
): Promise<Map<string, AlertsTable>> {
  const found = new Map<string, AlertsTable>();
  for (const chunk of inChunks(ids, context.database.driver.rowsPerStatement)) {
    const rows = await transaction
      .selectFrom('alerts')
      .selectAll()
      .where('tenant_id', '=', context.tenantId)
      .where('source', '=', 'graph')
      .where('source_id', 'in', chunk)
      .execute();
    for (const row of rows) found.set(row.source_id, row);
  }
  return found;
}

/** An older read changes nothing, and neither does a decision made against content that is no longer there. */
function stillHolds(decision: AlertDecision, row: AlertsTable | undefined): boolean {
  return decision.diff.news !== 'stale' && (row?.content_hash ?? null) === decision.decidedAgainst;
}

async function upsertRows(
  transaction: Transaction<Tables>,
  context: StoreContext,
  rows: readonly AlertsTable[],
): Promise<void> {
  for (const chunk of inChunks(rows, context.database.driver.rowsPerStatement)) {
    await transaction
      .insertInto('alerts')
      .values(chunk)
      .onConflict((conflict) =>
        conflict.columns(['tenant_id', 'number']).doUpdateSet((of) => ({
          status: of.ref('excluded.status'),
          severity: of.ref('excluded.severity'),
          classification: of.ref('excluded.classification'),
          determination: of.ref('excluded.determination'),
          risk_kind: of.ref('excluded.risk_kind'),
          created_at: of.ref('excluded.created_at'),
          last_update: of.ref('excluded.last_update'),
          content_hash: of.ref('excluded.content_hash'),
          version: of.ref('excluded.version'),
          backlog: of.ref('excluded.backlog'),
          gone: of.ref('excluded.gone'),
          person_id: of.ref('excluded.person_id'),
          erasure_id: of.ref('excluded.erasure_id'),
          reduced: of.ref('excluded.reduced'),
          reduced_at: of.ref('excluded.reduced_at'),
          reduced_days: of.ref('excluded.reduced_days'),
          ended_at: of.ref('excluded.ended_at'),
          sealed_body: of.ref('excluded.sealed_body'),
        })),
      )
      .execute();
  }
}

/** Applies what still holds and gives it in order, with a number for each. Serialised per tenant by the counter. */
export async function upsertAlerts(
  transaction: Transaction<Tables>,
  context: StoreContext,
  decisions: readonly AlertDecision[],
): Promise<AppliedDecision[]> {
  const { tenantId } = context;
  let next = await lockCounter(transaction, tenantId, 'alerts', FIRST_ALERT_NUMBER);
  const known = await loadRows(transaction, context, [...new Set(decisions.map(({ alert }) => alert.id))]);
  const taken = new Set<string>();
  const holding = decisions.flatMap((decision) => {
    const row = known.get(decision.alert.id);
    if (taken.has(decision.alert.id) || !stillHolds(decision, row)) return [];
    taken.add(decision.alert.id);
    return [asKept(decision, row)];
  });
  const people = await peopleOfAlerts(transaction, context, holding);
  const applied: AppliedDecision[] = [];
  const rows: AlertsTable[] = [];
  for (const [index, decision] of holding.entries()) {
    const row = known.get(decision.alert.id);
    const who = people[index] ?? NOBODY;
    const kept = keptRow(context, decision, row, next, who.namesErased);
    if (row === undefined) next += 1;
    rows.push(toAlertRow(context, withoutErased(decision, who), kept, whoRow(who, row)));
    applied.push({ decision, number: kept.number, committedAt: kept.committed_at, firstSeen: row === undefined });
  }
  await setCounter(transaction, tenantId, 'alerts', next);
  await upsertRows(transaction, context, rows);
  const whole = applied.flatMap(({ decision, number }, index) => {
    const { named } = people[index] ?? NOBODY;
    return rows[index]?.reduced === WORDS.kept ? [{ number, details: decision.alert.details, named }] : [];
  });
  await keepDetails(transaction, context, whole);
  await linkPeople(transaction, context, whole);
  return applied;
}

/** Where the owner's name of a history line is sealed. */
export const historyPlace = (number: number) => `alert_history.value:${number}`;

/** Appends what changed, with Graph's time. The owner's name is sealed; the rest are words of closed lists. */
export async function appendHistory(
  transaction: Transaction<Tables>,
  context: StoreContext,
  applied: readonly AppliedDecision[],
): Promise<void> {
  const rows = applied.flatMap(({ decision, number }) =>
    decision.diff.changes.map(({ field, from, to }) => {
      const kept = (value: string | null) =>
        value === null || field !== 'assignedTo' ? value : context.seal.seal(value, historyPlace(number));
      const at = decision.alert.lastUpdateDateTime;
      return {
        tenant_id: context.tenantId,
        alert_number: number,
        field,
        from_value: kept(from),
        to_value: kept(to),
        at,
      };
    }),
  );
  for (const chunk of inChunks(rows, context.database.driver.rowsPerStatement)) {
    await transaction.insertInto('alert_history').values(chunk).execute();
  }
}

/** An alert whose cards are drawn anew. */
export interface AlertToRedraw {
  number: number;
  severity: Severity | null;
}

/** Those that were not gone before. The number keeps its alert: cards and people still name it. */
export async function markGone(
  transaction: Transaction<Tables>,
  context: StoreContext,
  ids: readonly string[],
): Promise<AlertToRedraw[]> {
  const gone: AlertToRedraw[] = [];
  for (const chunk of inChunks(ids, context.database.driver.rowsPerStatement)) {
    const rows = await transaction
      .updateTable('alerts')
      .set((of) => ({ gone: 1, ended_at: of.fn.coalesce('ended_at', of.val(context.now())) }))
      .where('tenant_id', '=', context.tenantId)
      .where('source', '=', 'graph')
      .where('source_id', 'in', chunk)
      .where('gone', '=', 0)
      .returning(['number', 'severity'])
      .execute();
    for (const { number, severity } of rows) gone.push({ number, severity: oneOf(SEVERITIES, severity) });
  }
  return gone;
}
