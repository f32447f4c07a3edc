// Questions and clicks whose sealed facts name something that is removed: an alert, or a person. Their facts are JSON of the
// workflows' own shapes, so they are searched for a value and not read.
import type { Transaction } from 'kysely';
import type { StoreContext } from './store-context';
import type { AskedTable, ClicksTable, Tables } from './tables';

const PAGE_ROWS = 500;

/** Every text and number in it, folded. */
function valuesIn(node: unknown): string[] {
  if (typeof node === 'string' || typeof node === 'number')
    return [String(node).trim().replace(/^#/, '').toLowerCase()];
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(valuesIn) : [];
}

function names(facts: string, wanted: ReadonlySet<string>): boolean {
  return valuesIn(JSON.parse(facts)).some((value) => wanted.has(value));
}

const askedPlace = ({ ref_hash }: Pick<AskedTable, 'ref_hash'>) => `asked.sealed_facts:${ref_hash}`;
const clickPlace = ({ id }: Pick<ClicksTable, 'id'>) => `clicks.sealed_facts:${id}`;

async function forgetAsked(transaction: Transaction<Tables>, context: StoreContext, wanted: ReadonlySet<string>) {
  let forgotten = 0;
  for (let after = 0; ;) {
    const rows = await transaction
      .selectFrom('asked')
      .select(['id', 'ref_hash', 'sealed_facts'])
      .where('tenant_id', '=', context.tenantId)
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE_ROWS)
      .execute();
    const naming = rows.filter((row) => names(context.seal.unseal(row.sealed_facts, askedPlace(row)), wanted));
    const ids = naming.map(({ id }) => id);
    if (ids.length > 0) await transaction.deleteFrom('asked').where('id', 'in', ids).execute();
    forgotten += ids.length;
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE_ROWS) return forgotten;
    after = last.id;
  }
}

async function forgetClicks(
  transaction: Transaction<Tables>,
  context: StoreContext,
  wanted: ReadonlySet<string>,
  now: number,
) {
  const rows = await transaction
    .selectFrom('clicks')
    .select(['id', 'sealed_facts'])
    .where('tenant_id', '=', context.tenantId)
    .where('sealed_facts', 'is not', null)
    // A click that is being carried out still has to find what it was about.
    .where('expires_at', '<=', now)
    .execute();
  const ids = rows
    .filter((row) => names(context.seal.unseal(row.sealed_facts ?? '', clickPlace(row)), wanted))
    .map(({ id }) => id);
  if (ids.length === 0) return 0;
  await transaction.deleteFrom('click_keys').where('click_id', 'in', ids).execute();
  await transaction.deleteFrom('clicks').where('id', 'in', ids).execute();
  return ids.length;
}

/** `wanted`: whole values in lower case, such as an alert's number or a UPN. */
export async function forgetWhatNames(
  transaction: Transaction<Tables>,
  context: StoreContext,
  wanted: ReadonlySet<string>,
  now: number,
): Promise<{ asked: number; clicks: number }> {
  return {
    asked: await forgetAsked(transaction, context, wanted),
    clicks: await forgetClicks(transaction, context, wanted, now),
  };
}
