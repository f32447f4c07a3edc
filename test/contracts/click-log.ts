// What every keeper of the click log promises: the same click is carried out once.
import { MINUTE } from '../builders/instants';
import { eachTest, type StoreKind } from './store-under-test';

const TTL_MS = 2 * MINUTE;
const ACTIVITY = 'activity:19:x|f:1';
const SAME = 'same:4d1f';

export function describeClickLogContract({ name, make }: StoreKind): void {
  describe(`click log, ${name}`, () => {
    const store = eachTest(make);
    const log = () => store().clickLog;
    const take = (keys: string[], later = 0) => log().take(keys, store().clock.now + later, TTL_MS);

    it('gives a click to the first who takes it, and to others what became of it', async () => {
      expect(await take([ACTIVITY, SAME])).toBeNull();
      expect(await take([ACTIVITY, SAME])).toMatchObject({ outcome: 'pending' });
      await log().keep([ACTIVITY, SAME], { outcome: 'applied', facts: '{"verb":"alert.start"}' });
      expect(await take([ACTIVITY, SAME])).toEqual({ outcome: 'applied', facts: '{"verb":"alert.start"}' });
    });

    it('knows a click by any one of its keys, and takes none of the others then', async () => {
      await take([ACTIVITY, SAME]);
      expect(await take(['activity:another', SAME])).toMatchObject({ outcome: 'pending' });
      expect(await take(['activity:another'])).toBeNull();
    });

    it('gives one of many who take it at one moment the click', async () => {
      const answers = await Promise.all(Array.from({ length: 8 }, (_, copy) => take([`activity:${copy}`, SAME])));
      expect(answers.filter((answer) => answer === null)).toHaveLength(1);
    });

    it('lets a click be tried again that was refused before it did anything', async () => {
      await take([ACTIVITY, SAME]);
      await log().release([ACTIVITY, SAME]);
      expect(await take([ACTIVITY, SAME])).toBeNull();
    });

    it('forgets a click when its time is over', async () => {
      await take([SAME]);
      expect(await take([SAME], TTL_MS - 1)).not.toBeNull();
      expect(await take([SAME], TTL_MS)).toBeNull();
    });

    it('names a click once whose effect was begun and never settled, until somebody settles it', async () => {
      await take([ACTIVITY, SAME]);
      await take(['activity:other']);
      await log().keep([ACTIVITY, SAME], { outcome: 'intended', facts: '{"alertNumber":1000}' });
      await log().keep(['activity:other'], { outcome: 'applied', facts: '{}' });
      store().clock.now += MINUTE;
      const [open, ...more] = await log().unfinished();
      expect(more).toEqual([]);
      expect(open).toMatchObject({ outcome: 'intended', facts: '{"alertNumber":1000}' });
      await log().keep([open?.key ?? ''], { outcome: 'failed', facts: '{}' });
      expect(await log().unfinished()).toEqual([]);
      expect(await take([SAME])).toEqual({ outcome: 'failed', facts: '{}' });
    });

    it('keeps an unsettled click on record when its time is over, without holding its keys', async () => {
      await take([SAME]);
      await log().keep([SAME], { outcome: 'intended', facts: '{}' });
      expect(await take([SAME], TTL_MS)).toBeNull();
      store().clock.now += TTL_MS;
      expect(await log().unfinished()).toHaveLength(1);
    });

    it('says nothing to a keep or a release of a click that nobody took', async () => {
      await log().keep(['unknown'], { outcome: 'applied', facts: '{}' });
      await log().release(['unknown']);
      expect(await take(['unknown'])).toBeNull();
    });
  });
}
