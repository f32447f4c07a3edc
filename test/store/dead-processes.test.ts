// What a process held when it was killed: the next one on the same embedded store does not wait for it.
import { openStore } from '../../src/store/open-store';
import { START_MS } from '../builders/instants';
import { embeddedAt, placesForStores } from './embedded-places';

const HOUR_MS = 3_600_000;

describe('an embedded store that was left without a word', () => {
  const place = placesForStores();

  async function leftWith(what: (store: Awaited<ReturnType<typeof openStore>>) => Promise<unknown>) {
    const dataDir = place();
    const dead = await openStore(embeddedAt(dataDir, { holder: 'the dead one' }));
    await what(dead);
    // Closed as a death would: nothing is released.
    await dead.close();
    return openStore(embeddedAt(dataDir, { holder: 'the next one' }));
  }

  it('gives its leases to the next process at once, under a higher epoch', async () => {
    let before = 0;
    const next = await leftWith(async ({ leases }) => {
      before = (await leases.acquire('watch', 'the dead one', HOUR_MS, START_MS))?.epoch ?? 0;
    });
    const lease = await next.leases.acquire('watch', 'the next one', HOUR_MS, START_MS + 1);
    expect(lease?.epoch).toBe(before + 1);
    await next.close();
  });

  it('lets a click be pressed again that was taken and not begun', async () => {
    const next = await leftWith(({ clickLog }) => clickLog.take(['activity:1', 'same:1'], START_MS, HOUR_MS));
    expect(await next.clickLog.take(['activity:2', 'same:1'], START_MS + 1, HOUR_MS)).toBeNull();
    await next.close();
  });

  it('keeps a click that was begun, and one whose outcome is known', async () => {
    const next = await leftWith(async ({ clickLog }) => {
      await clickLog.take(['begun'], START_MS, HOUR_MS);
      await clickLog.keep(['begun'], { outcome: 'intended', facts: '{}' });
      await clickLog.take(['done'], START_MS, HOUR_MS);
      await clickLog.keep(['done'], { outcome: 'applied', facts: '{}' });
    });
    expect(await next.clickLog.take(['begun'], START_MS + 1, HOUR_MS)).toMatchObject({ outcome: 'intended' });
    expect(await next.clickLog.take(['done'], START_MS + 1, HOUR_MS)).toMatchObject({ outcome: 'applied' });
    expect(await next.clickLog.unfinished()).toHaveLength(1);
    await next.close();
  });
});
