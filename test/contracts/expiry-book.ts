// What every keeper of expiring questions promises: what stands in a message is told once its time is over, until it is
// dropped, and no longer than a day.
import type { Asked } from '../../src/ports/asked-book';
import { STANDING_KEPT_MS } from '../../src/store/sql-asked-book';
import { MINUTE, START_MS } from '../builders/instants';
import { ANALYST } from '../builders/people';
import { CHANNEL } from './decisions';
import { eachTest, type StoreKind } from './store-under-test';

const QUESTION: Asked = {
  ref: 'ref',
  kind: 'confirm',
  askerObjectId: ANALYST.objectId ?? '',
  channel: CHANNEL,
  conversationId: `${CHANNEL};messageid=1`,
  facts: '{"change":"start"}',
  until: START_MS + 10 * MINUTE,
};
const OVER = QUESTION.until;

export function describeExpiryBookContract({ name, make }: StoreKind): void {
  describe(`expiry book, ${name}`, () => {
    const store = eachTest(make);
    const keep = (asked: Partial<Asked> = {}, now = START_MS) => store().askedBook.keep({ ...QUESTION, ...asked }, now);
    const put = async (ref: string, until = OVER) => {
      await keep({ ref, until });
      await store().expiryBook.stands(ref, `message of ${ref}`);
    };
    const over = async (now = OVER, limit = 10) => (await store().expiryBook.over(now, limit)).map(({ ref }) => ref);

    it('tells a question whole, with its message, from the moment its time is over', async () => {
      await put('ref');
      expect(await over(OVER - 1)).toEqual([]);
      expect(await store().expiryBook.over(OVER, 10)).toEqual([{ ...QUESTION, messageId: 'message of ref' }]);
    });

    it('tells nothing of a question that stands nowhere, or of one nobody asked', async () => {
      await keep();
      await store().expiryBook.stands('never kept', 'a message');
      expect(await over()).toEqual([]);
    });

    it('tells nothing of a question that was settled in time', async () => {
      await put('ref');
      await store().askedBook.settle('ref', OVER - 1);
      expect(await over()).toEqual([]);
    });

    it('follows a question that is kept anew', async () => {
      await put('ref');
      await keep({ facts: '{"change":"reopen"}', until: OVER + MINUTE });
      expect(await over()).toEqual([]);
      const [later] = await store().expiryBook.over(OVER + MINUTE, 10);
      expect(later).toMatchObject({ facts: '{"change":"reopen"}', messageId: 'message of ref' });
    });

    it('tells the longest over first, and no more than asked for', async () => {
      await put('second', OVER - MINUTE);
      await put('third');
      await put('first', OVER - 2 * MINUTE);
      expect(await over(OVER, 2)).toEqual(['first', 'second']);
    });

    it('goes on telling it while others ask, until it is dropped', async () => {
      await put('ref');
      await put('other');
      await keep({ ref: 'of somebody', until: OVER + 10 * MINUTE }, OVER + MINUTE);
      expect(await over(OVER + MINUTE)).toEqual(['ref', 'other']);
      await store().expiryBook.drop('ref');
      await store().expiryBook.drop('never kept');
      expect(await over(OVER + MINUTE)).toEqual(['other']);
    });

    it('cannot be answered or settled any more, however long it is told', async () => {
      await put('ref');
      expect([await store().askedBook.find('ref', OVER), await store().askedBook.settle('ref', OVER)]).toEqual([
        null,
        false,
      ]);
    });

    it('forgets by itself what nobody dropped within a day', async () => {
      expect(STANDING_KEPT_MS).toBe(24 * 60 * MINUTE);
      await put('ref');
      const later = OVER + STANDING_KEPT_MS;
      await keep({ ref: 'next', until: later + MINUTE }, later - 1);
      expect(await over(later)).toEqual(['ref']);
      await keep({ ref: 'after', until: later + MINUTE }, later);
      expect(await over(later)).toEqual([]);
    });
  });
}
