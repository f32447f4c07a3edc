// What every keeper of leases promises: one holder at a time, and epochs that only rise.
import { eachTest, type StoreKind } from './store-under-test';

const TTL_MS = 1_000;

export function describeLeasesContract({ name, make }: StoreKind): void {
  describe(`leases, ${name}`, () => {
    const store = eachTest(make);
    const acquire = (holder: string, later = 0, name_ = 'watch') =>
      store().leases.acquire(name_, holder, TTL_MS, store().clock.now + later);

    it('belongs to one holder until it ends by itself', async () => {
      expect(await acquire('one')).not.toBeNull();
      expect(await acquire('two', TTL_MS - 1)).toBeNull();
      expect(await acquire('two', TTL_MS)).not.toBeNull();
    });

    it('is prolonged for its holder under the same epoch', async () => {
      const first = await acquire('one');
      expect(await acquire('one', TTL_MS - 1)).toEqual(first);
      expect(await acquire('two', TTL_MS)).toBeNull();
    });

    it('passes to another under a higher epoch, after an end and after a release', async () => {
      const first = await acquire('one');
      const second = await acquire('two', TTL_MS);
      expect(second?.epoch).toBeGreaterThan(first?.epoch ?? 0);
      if (second) await store().leases.release(second, 'two');
      const third = await acquire('one', TTL_MS);
      expect(third?.epoch).toBeGreaterThan(second?.epoch ?? 0);
    });

    it('gets a new epoch when its former holder let it go in between', async () => {
      const first = await acquire('one');
      if (first) await store().leases.release(first, 'one');
      expect((await acquire('one'))?.epoch).toBeGreaterThan(first?.epoch ?? 0);
    });

    it('is not released by who no longer holds it', async () => {
      const first = await acquire('one');
      await acquire('two', TTL_MS);
      if (first) await store().leases.release(first, 'one');
      expect(await acquire('three', TTL_MS)).toBeNull();
    });

    it('leaves leases of other names alone', async () => {
      await acquire('one');
      expect(await acquire('two', 0, 'alert:x')).not.toBeNull();
    });

    it('goes to one of many who want it at one moment', async () => {
      const holders = Array.from({ length: 8 }, (_, number) => `holder ${number}`);
      const leases = await Promise.all(holders.map((holder) => acquire(holder)));
      expect(leases.filter((lease) => lease !== null)).toHaveLength(1);
    });
  });
}
