// Makes stubs of alerts: what goes, table by table. Inside the caller's transaction.
import type { Transaction } from 'kysely';
import { versionOf } from '../domain/alert-version';
import { namelessLink } from '../domain/disclosure';
import { WORDS } from './alert-keeping';
import { openBody, sealBody, toStoredAlerts, type AlertBody } from './alert-rows';
import { forgetWhatNames } from './asked-facts';
import type { StoreContext } from './store-context';
import type { AlertsTable, Tables } from './tables';

type Tenanted = 'alert_details' | 'alert_people' | 'reveals';

/** What an alert says in words, whom those name, and who was shown their names. */
export async function removeWords(
  transaction: Transaction<Tables>,
  context: StoreContext,
  numbers: readonly number[],
): Promise<void> {
  for (const table of ['alert_details', 'alert_people', 'reveals'] satisfies Tenanted[]) {
    await transaction
      .deleteFrom(table)
      .where('tenant_id', '=', context.tenantId)
      .where('alert_number', 'in', numbers)
      .execute();
  }
}

/** Statuses and verdicts stay for reports; owners and what evidence held go. */
async function removeNamingHistory(
  { tenantId }: StoreContext,
  transaction: Transaction<Tables>,
  numbers: readonly number[],
) {
  await transaction
    .deleteFrom('alert_history')
    .where('tenant_id', '=', tenantId)
    .where('alert_number', 'in', numbers)
    .where('field', 'in', ['assignedTo', 'evidence'])
    .execute();
}

async function closeForms({ tenantId }: StoreContext, transaction: Transaction<Tables>, numbers: readonly number[]) {
  const cards = transaction
    .selectFrom('cards')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('alert_number', 'in', numbers);
  await transaction.deleteFrom('open_forms').where('tenant_id', '=', tenantId).where('card_id', 'in', cards).execute();
}

/** A card that was held back until now is not posted as a stub, and nobody is nudged about one. */
async function dropSends({ tenantId }: StoreContext, transaction: Transaction<Tables>, numbers: readonly number[]) {
  await transaction
    .updateTable('outbox')
    .set({ state: 'dead', only_one: null, code: 'retention' })
    .where('tenant_id', '=', tenantId)
    .where('alert_number', 'in', numbers)
    .where('kind', 'in', ['post', 'reply'])
    .where('state', 'in', ['queued', 'withheld', 'unknown'])
    .execute();
}

function stubBody({ resolvedDateTime }: AlertBody, alertWebUrl: string | null): AlertBody {
  return {
    incidentId: null,
    detectionSource: null,
    mitreTechniques: [],
    assignedTo: null,
    alertWebUrl,
    resolvedDateTime,
    firstActivityDateTime: null,
    lastActivityDateTime: null,
    evidence: null,
    commentCount: 0,
    lastChange: null,
  };
}

async function reduceRow(
  transaction: Transaction<Tables>,
  context: StoreContext,
  row: AlertsTable,
  days: number,
  now: number,
): Promise<void> {
  const [alert] = await toStoredAlerts(transaction, context, [row]);
  if (alert === undefined) return;
  const body = stubBody(openBody(context, row), namelessLink(alert));
  await transaction
    .updateTable('alerts')
    .set({
      sealed_body: sealBody(context, row.number, body),
      version: versionOf({ ...alert, assignedTo: null, evidence: null }),
      reduced: Math.max(row.reduced, WORDS.retained),
      reduced_at: now,
      reduced_days: days,
      revealed_until: null,
      person_id: null,
      erasure_id: null,
    })
    .where('tenant_id', '=', context.tenantId)
    .where('number', '=', row.number)
    .execute();
}

/** Their cards are the caller's to redraw. */
export async function reduceRows(
  transaction: Transaction<Tables>,
  context: StoreContext,
  rows: readonly AlertsTable[],
  days: number,
  now: number,
): Promise<void> {
  const numbers = rows.map(({ number }) => number);
  const names = namesOf(rows);
  await removeWords(transaction, context, numbers);
  await removeNamingHistory(context, transaction, numbers);
  await closeForms(context, transaction, numbers);
  await dropSends(context, transaction, numbers);
  await forgetWhatNames(transaction, context, (value) => names.has(value), now);
  for (const row of rows) await reduceRow(transaction, context, row, days, now);
}

/** As questions and clicks refer to an alert. */
function namesOf(rows: readonly AlertsTable[]): Set<string> {
  return new Set(rows.flatMap(({ number, source_id }) => [String(number), source_id.toLowerCase()]));
}
