// What every keeper of open forms promises: a person's form on a card, until its time is over.
import { ANALYST, SECOND_ANALYST } from '../builders/people';
import { commitAndPost } from './decisions';
import { eachTest, type StoreKind } from './store-under-test';

const ONE = ANALYST.objectId ?? '';
const TWO = SECOND_ANALYST.objectId ?? '';
const FOR_MS = 600_000;

export function describeOpenFormsContract({ name, make }: StoreKind): void {
  describe(`open forms, ${name}`, () => {
    const store = eachTest(make);
    let cardId = 0;

    beforeEach(async () => {
      await commitAndPost(store(), 1, 'ref');
      cardId = (await store().cardBook.findByRef('ref'))?.cardId ?? 0;
    });

    const find = (person: string, later = 0) => store().openForms.find(cardId, person, store().clock.now + later);

    it('gives a form back to the person who opened it, and to nobody else', async () => {
      await store().openForms.open(cardId, ONE, { form: 'comment' }, store().clock.now + FOR_MS);
      expect(await find(ONE.toUpperCase())).toEqual({ form: 'comment' });
      expect(await find(TWO)).toBeNull();
    });

    it('replaces a form by the step that follows it', async () => {
      const until = store().clock.now + FOR_MS;
      await store().openForms.open(cardId, ONE, { form: 'resolve', classification: null }, until);
      await store().openForms.open(cardId, ONE, { form: 'resolve', classification: 'falsePositive' }, until);
      expect(await find(ONE)).toEqual({ form: 'resolve', classification: 'falsePositive' });
    });

    it('knows a form no more when its time is over or it was closed', async () => {
      await store().openForms.open(cardId, ONE, { form: 'comment' }, store().clock.now + FOR_MS);
      expect(await find(ONE, FOR_MS - 1)).not.toBeNull();
      expect(await find(ONE, FOR_MS)).toBeNull();
      await store().openForms.close(cardId, ONE);
      expect(await find(ONE)).toBeNull();
    });
  });
}
