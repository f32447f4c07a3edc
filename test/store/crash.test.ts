import { openAuditReader } from '../../src/store/open-audit-reader';
import { openStore } from '../../src/store/open-store';
import { alertId } from '../builders/alert';
import { HOME_TENANT } from '../builders/people';
import { killLeftChildren, startChild } from './child-process';
import { embeddedAt, placesForStores } from './embedded-places';

const KILLS = 4;
const SEEDS_APART = 10_000;

interface Told {
  seed: number;
  seq?: number;
  marked?: boolean;
  settled?: boolean;
}

afterEach(killLeftChildren);

/** Lets a writer run until it has told `lines` things, kills it in the middle of the next, and gives what it told. */
async function killAfter(dataDir: string, from: number, lines: number): Promise<Told[]> {
  const writer = startChild('write-until-killed.ts', [dataDir, String(from)]);
  const told: Told[] = [];
  while (told.length < lines) {
    const line = await writer.nextLine();
    if (line === null) throw new Error('the writer ended by itself');
    told.push(JSON.parse(line) as Told);
  }
  await writer.kill();
  return told;
}

describe('an embedded store whose process is killed', () => {
  const place = placesForStores();

  it('has lost nothing that it had said was durable, kill after kill', async () => {
    const dataDir = place();
    const told: Told[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      // A writer runs ahead of what is read of it: no other one may come to its numbers.
      told.push(...(await killAfter(dataDir, kill * SEEDS_APART, 21 + kill * 4)));
    }
    const store = await openStore(embeddedAt(dataDir));
    const found = await store.alertLog.find(told.map(({ seed }) => alertId(seed)));
    const head = await store.auditTrail.head();
    const standing = told.filter(({ settled }) => settled).map(({ seed }) => store.cardBook.findByRef(`ref-${seed}`));
    const refs = await Promise.all(standing);
    await store.close();
    expect(told.filter(({ seed }) => !found.has(alertId(seed)))).toEqual([]);
    expect(head?.seq).toBeGreaterThanOrEqual(Math.max(...told.map(({ seq }) => seq ?? 0)));
    expect(refs.filter((card) => card?.posted === null || card?.posted === undefined)).toEqual([]);
    const audit = await openAuditReader(embeddedAt(dataDir), HOME_TENANT);
    const first = await audit.reader.faults().next();
    await audit.close();
    expect(first.done).toBe(true);
  });
});
