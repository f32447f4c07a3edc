// What every keeper of reveals promises: one open reveal a person and alert, over in time, and told once when it is.
import { objectIdOf } from '../builders/people';
import { CHANNEL, claimAll, commitAlert, commitAndPost } from './decisions';
import { eachTest, type StoreKind } from './store-under-test';

const ANNA = objectIdOf(1);
const BEN = objectIdOf(2);
const MINUTE = 60_000;

export function describeRevealBookContract({ name, make }: StoreKind): void {
  describe(`reveals, ${name}`, () => {
    const store = eachTest(make);
    const book = () => store().revealBook;
    const now = () => store().clock.now;
    const begin = (objectId = ANNA, minutes = 10) => book().begin(1000, objectId, now() + minutes * MINUTE, now());

    it('are open to the person alone, for the alert alone, until their time', async () => {
      await commitAlert(store(), 1);
      const until = await begin();
      expect(until).toBe(now() + 10 * MINUTE);
      expect(await book().openUntil(1000, ANNA.toUpperCase(), now())).toBe(until);
      expect(await book().openUntil(1000, BEN, now())).toBeNull();
      expect(await book().openUntil(1001, ANNA, now())).toBeNull();
      expect(await book().openUntil(1000, ANNA, until - 1)).toBe(until);
      expect(await book().openUntil(1000, ANNA, until)).toBeNull();
    });

    it('are not made longer by asking again, nor doubled by asking at one moment', async () => {
      await commitAlert(store(), 1);
      const [first, second] = await Promise.all([begin(ANNA, 10), begin(ANNA, 20)]);
      expect(first).toBe(second);
      expect(await begin(ANNA, 30)).toBe(first);
      store().clock.now += 30 * MINUTE;
      expect(await book().settle(now())).toBe(1);
    });

    it('end when the person has seen enough, and may begin again', async () => {
      await commitAlert(store(), 1);
      await begin();
      await book().end(1000, ANNA, now());
      expect(await book().openUntil(1000, ANNA, now())).toBeNull();
      store().clock.now += MINUTE;
      expect(await begin()).toBe(now() + 10 * MINUTE);
    });

    it('that are over mark the alert and redraw its cards, once', async () => {
      await commitAndPost(store(), 1, 'ref');
      const until = await begin();
      await begin(BEN, 5);
      expect(await book().settle(now())).toBe(0);
      expect((await store().alertLog.findByNumber(1000))?.revealedUntil).toBeNull();
      store().clock.now = until;
      expect(await book().settle(now())).toBe(2);
      expect(await book().settle(now())).toBe(0);
      expect((await store().alertLog.findByNumber(1000))?.revealedUntil).toContain(
        new Date(until).toISOString().slice(0, 19),
      );
      const sends = await claimAll(store());
      expect(sends.map(({ kind, channel }) => [kind, channel])).toEqual([['update', CHANNEL]]);
    });
  });
}
