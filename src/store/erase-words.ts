// What alerts say of a person who is erased: the words that name them, their alerts' links, and their name as an owner or
// as who made a change. Goes through everything that is sealed, since nothing outside says whom it names.
import type { Transaction } from 'kysely';
import { isCalled, namelessLink } from '../domain/disclosure';
import type { PersonIdentity } from '../domain/person';
import { detailsName } from '../domain/texts-naming';
import { Untrusted } from '../domain/untrusted';
import { WORDS } from './alert-keeping';
import { openBody, sealBody, type AlertBody } from './alert-rows';
import { historyPlace } from './alert-statements';
import { inChunks } from './database';
import { openDetails } from './detail-rows';
import { removeWords } from './reduce-alerts';
import type { StoreContext } from './store-context';
import type { AlertsTable, Tables } from './tables';

/** Rows opened between two statements: a server ends a transaction that thinks for long. */
const PAGE_ROWS = 100;

/** Alerts whose words name the person and are kept. */
export async function alertsNaming(
  transaction: Transaction<Tables>,
  context: StoreContext,
  person: PersonIdentity,
): Promise<number[]> {
  const found: number[] = [];
  for (let after = 0; ;) {
    const rows = await transaction
      .selectFrom('alert_details')
      .select(['alert_number', 'sealed_details'])
      .where('tenant_id', '=', context.tenantId)
      .where('alert_number', '>', after)
      .orderBy('alert_number')
      .limit(PAGE_ROWS)
      .execute();
    for (const { alert_number: number, sealed_details: sealed } of rows) {
      if (detailsName(openDetails(context, number, sealed), person)) found.push(number);
    }
    const last = rows.at(-1);
    if (last === undefined) return found;
    after = last.alert_number;
  }
}

/** They are not taken in again. */
export async function eraseWords(
  transaction: Transaction<Tables>,
  context: StoreContext,
  numbers: readonly number[],
): Promise<void> {
  for (const chunk of inChunks(numbers, context.database.driver.rowsPerStatement)) {
    await removeWords(transaction, context, chunk);
    await transaction
      .updateTable('alerts')
      .set({ reduced: WORDS.erased })
      .where('tenant_id', '=', context.tenantId)
      .where('number', 'in', chunk)
      .execute();
  }
}

/** Whose name it is, as far as the store can tell. */
export interface Naming {
  person: PersonIdentity | null;
  /** Alerts the person changed with the bot: whoever is named there as the last to have done so may be them. */
  changedByThem: ReadonlySet<number>;
  /** Alerts that are about them. */
  about: ReadonlySet<number>;
}

export interface NamesErased {
  /** Alerts and lines of histories in which the name stood. */
  names: number;
  /** Alerts that Graph still says they own. */
  stillOwned: number;
  redraw: number[];
}

function namer({ person }: Naming): (name: string | null) => boolean {
  if (person === null) return () => false;
  return (name) => name !== null && isCalled(Untrusted.of(name), person);
}

function withoutName(body: AlertBody, row: AlertsTable, naming: Naming, isTheirs: (name: string | null) => boolean) {
  const { lastChange, alertWebUrl } = body;
  const mayBeTheirs = isTheirs(lastChange?.who ?? null) || naming.changedByThem.has(row.number);
  const isAbout = naming.about.has(row.number);
  return {
    ...body,
    lastChange: lastChange && mayBeTheirs ? { ...lastChange, who: null } : lastChange,
    alertWebUrl: isAbout ? namelessLink({ alertWebUrl, subject: naming.person }) : alertWebUrl,
  };
}

/** Graph's own word on who owns an alert stays as long as it is Graph's word; everything the bot noted itself goes. */
export async function eraseNames(
  transaction: Transaction<Tables>,
  context: StoreContext,
  naming: Naming,
): Promise<NamesErased> {
  const isTheirs = namer(naming);
  const erased: NamesErased = { names: 0, stillOwned: 0, redraw: [] };
  for (let after = 0; ;) {
    const rows = await transaction
      .selectFrom('alerts')
      .selectAll()
      .where('tenant_id', '=', context.tenantId)
      .where('number', '>', after)
      .orderBy('number')
      .limit(PAGE_ROWS)
      .execute();
    for (const row of rows) {
      const body = openBody(context, row);
      const next = withoutName(body, row, naming, isTheirs);
      if (isTheirs(body.assignedTo)) erased.stillOwned += 1;
      if (JSON.stringify(next) === JSON.stringify(body)) continue;
      if (next.lastChange?.who !== body.lastChange?.who) erased.names += 1;
      erased.redraw.push(row.number);
      const sealed_body = sealBody(context, row.number, next);
      await transaction
        .updateTable('alerts')
        .set({ sealed_body })
        .where('tenant_id', '=', context.tenantId)
        .where('number', '=', row.number)
        .execute();
    }
    const last = rows.at(-1);
    if (last === undefined) return erased;
    after = last.number;
  }
}

/** Lines in which they became or ceased to be an owner. Gives how many. */
export async function eraseHistory(
  transaction: Transaction<Tables>,
  context: StoreContext,
  naming: Naming,
): Promise<number> {
  const isTheirs = namer(naming);
  let erased = 0;
  for (let after = 0; ;) {
    const rows = await transaction
      .selectFrom('alert_history')
      .select(['id', 'alert_number', 'from_value', 'to_value'])
      .where('tenant_id', '=', context.tenantId)
      .where('field', '=', 'assignedTo')
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE_ROWS)
      .execute();
    const open = (sealed: string | null, number: number) =>
      sealed === null ? null : context.seal.unseal(sealed, historyPlace(number));
    const ids = rows
      .filter(({ alert_number: number, from_value: from, to_value: to }) => {
        return naming.changedByThem.has(number) || isTheirs(open(from, number)) || isTheirs(open(to, number));
      })
      .map(({ id }) => id);
    if (ids.length > 0) await transaction.deleteFrom('alert_history').where('id', 'in', ids).execute();
    erased += ids.length;
    const last = rows.at(-1);
    if (last === undefined) return erased;
    after = last.id;
  }
}
