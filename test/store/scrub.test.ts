// What was removed is gone from the files too, and not merely out of reach: its sealed bytes stand nowhere in them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NO_DETAILS } from '../../src/domain/alert-details';
import { Untrusted } from '../../src/domain/untrusted';
import { changed } from '../builders/alert';
import { afterStart } from '../builders/instants';
import { identity, objectIdOf } from '../builders/people';
import { commitAlert, decidedAgain } from '../contracts/decisions';
import { databaseKinds, eachGround, type StoreOverDatabase } from '../contracts/store-over-database';

const ALERTS = 300;
const DAY_MS = 86_400_000;
/** Enough of a sealed value to be found wherever its page was cut. */
const PIECE = 48;

const personOf = (seed: number) =>
  identity({ objectId: objectIdOf(seed), userPrincipalName: `p${seed}@fabrikam.example`, sid: null });

/** Alerts of many sizes, so that pages are split, joined and moved about. */
async function fill(store: StoreOverDatabase): Promise<void> {
  for (let seed = 0; seed < ALERTS; seed += 1) {
    const subject = personOf(seed);
    const details = { ...NO_DETAILS, description: Untrusted.of('x'.repeat((seed * 37) % 2500)), people: [subject] };
    const alert = await commitAlert(store, seed, { subject, details });
    const ended = { status: 'resolved', resolvedDateTime: afterStart(0), lastUpdateDateTime: afterStart(1) } as const;
    const owner = Untrusted.of('ilse.brandt@fabrikam.example');
    if (seed % 3 > 0) {
      const next = { ...changed(alert, { ...ended, assignedTo: owner }), details };
      await store.alertLog.commit({ decisions: [decidedAgain(alert, next)] });
    }
  }
}

async function sealedValues({ context }: StoreOverDatabase): Promise<Set<string>> {
  const rows = await context.database.read(async (reader) => [
    ...(await reader.selectFrom('alert_details').select('sealed_details as sealed').execute()),
    ...(await reader.selectFrom('alerts').select('sealed_body as sealed').execute()),
    ...(await reader.selectFrom('people').select('sealed_identity as sealed').execute()),
    ...(await reader
      .selectFrom('alert_history')
      .select('to_value as sealed')
      .where('field', '=', 'assignedTo')
      .execute()),
  ]);
  return new Set(rows.flatMap(({ sealed }) => sealed ?? []));
}

const piecesOf = (values: Iterable<string>) =>
  [...values].flatMap((value) => [value.slice(0, PIECE), value.slice(-PIECE)]);

/** A piece that lies across the end of a page is not found. */
function shareFound(values: Iterable<string>, bytes: string): number {
  const pieces = piecesOf(values);
  return pieces.filter((piece) => bytes.includes(piece)).length / pieces.length;
}

function bytesIn(dataDir: string): string {
  return readdirSync(dataDir)
    .map((file) => readFileSync(join(dataDir, file)).toString('latin1'))
    .join('');
}

const [embedded] = databaseKinds();
if (embedded === undefined) throw new Error('there is always the embedded store');

describe('the files of a store, after something was removed', () => {
  const ground = eachGround(embedded.prepare);

  it('hold none of its sealed bytes once retention has scrubbed them, while the store is open', async () => {
    const store = await ground().open();
    await fill(store);
    const before = await sealedValues(store);
    const dataDir = ground().dataDir ?? '';
    expect(shareFound(before, bytesIn(dataDir))).toBeGreaterThan(0.9);
    store.clock.now += DAY_MS;
    while ((await store.retention.reduce(1, 50, store.clock.now)) > 0);
    while ((await store.retention.forgetPeople(1, 50, store.clock.now)) > 0);
    await store.retention.scrub();
    const after = await sealedValues(store);
    const removed = [...before].filter((value) => !after.has(value));
    expect(removed.length).toBeGreaterThan(ALERTS);
    const bytes = bytesIn(dataDir);
    expect(piecesOf(removed).filter((piece) => bytes.includes(piece))).toEqual([]);
    expect(shareFound(after, bytes)).toBeGreaterThan(0.9);
  });

  it('hold none of the sealed bytes of an erased person once the file is written anew', async () => {
    const store = await ground().open();
    await fill(store);
    const before = await sealedValues(store);
    await store.erase(personOf(1).objectId ?? '');
    await store.context.database.driver.scrubWhole();
    const after = await sealedValues(store);
    const removed = [...before].filter((value) => !after.has(value));
    const bytes = bytesIn(ground().dataDir ?? '');
    expect(removed.length).toBeGreaterThanOrEqual(2);
    expect(piecesOf(removed).filter((piece) => bytes.includes(piece))).toEqual([]);
  });
});
