// Questions, clicks and hunts whose sealed facts name something that is removed: an alert, or a person. Their facts are
// JSON of the workflows' own shapes, so they are searched for a value and not read.
import type { Transaction } from 'kysely';
import { askedFacts } from './asked-rows';
import { inChunks } from './database';
import { clickPlace } from './sql-click-log';
import { huntPlace } from './sql-hunt-log';
import type { StoreContext } from './store-context';
import type { Tables } from './tables';

/** Whether a text or number of the facts, in lower case and without blanks around it, is what is removed. */
export type NamesIt = (value: string) => boolean;

function valuesIn(node: unknown): string[] {
  if (typeof node === 'string' || typeof node === 'number')
    return [String(node).trim().replace(/^#/, '').toLowerCase()];
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(valuesIn) : [];
}

const names = (facts: string, namesIt: NamesIt) => valuesIn(JSON.parse(facts)).some(namesIt);

async function forgetAsked(transaction: Transaction<Tables>, context: StoreContext, namesIt: NamesIt): Promise<number> {
  const rows = await transaction
    .selectFrom('asked')
    .select(['id', 'ref_hash', 'sealed_facts'])
    .where('tenant_id', '=', context.tenantId)
    .execute();
  const ids = rows.filter((row) => names(askedFacts(context, row), namesIt)).map(({ id }) => id);
  for (const chunk of inChunks(ids, context.database.driver.rowsPerStatement)) {
    await transaction.deleteFrom('asked').where('id', 'in', chunk).execute();
  }
  return ids.length;
}

/** A click that is being carried out still has to find what it was about. */
async function forgetClicks(
  transaction: Transaction<Tables>,
  context: StoreContext,
  namesIt: NamesIt,
  now: number,
): Promise<number> {
  const rows = await transaction
    .selectFrom('clicks')
    .select(['id', 'sealed_facts'])
    .where('tenant_id', '=', context.tenantId)
    .where('sealed_facts', 'is not', null)
    .where('expires_at', '<=', now)
    .execute();
  const ids = rows
    .filter((row) => names(context.seal.unseal(row.sealed_facts ?? '', clickPlace(row.id)), namesIt))
    .map(({ id }) => id);
  for (const chunk of inChunks(ids, context.database.driver.rowsPerStatement)) {
    await transaction.deleteFrom('click_keys').where('click_id', 'in', chunk).execute();
    await transaction.deleteFrom('clicks').where('id', 'in', chunk).execute();
  }
  return ids.length;
}

async function forgetHunts(transaction: Transaction<Tables>, context: StoreContext, namesIt: NamesIt): Promise<number> {
  const rows = await transaction
    .selectFrom('hunts')
    .select(['id', 'sealed_hunt'])
    .where('tenant_id', '=', context.tenantId)
    .execute();
  const ids = rows
    .filter((row) => names(context.seal.unseal(row.sealed_hunt, huntPlace('sealed_hunt', row.id)), namesIt))
    .map(({ id }) => id);
  for (const chunk of inChunks(ids, context.database.driver.rowsPerStatement)) {
    await transaction.deleteFrom('hunts').where('tenant_id', '=', context.tenantId).where('id', 'in', chunk).execute();
  }
  return ids.length;
}

/** Gives how many were forgotten. Inside the caller's transaction. */
export async function forgetWhatNames(
  transaction: Transaction<Tables>,
  context: StoreContext,
  namesIt: NamesIt,
  now: number,
): Promise<number> {
  const asked = await forgetAsked(transaction, context, namesIt);
  const clicks = await forgetClicks(transaction, context, namesIt, now);
  return asked + clicks + (await forgetHunts(transaction, context, namesIt));
}
