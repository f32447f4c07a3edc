// What every keeper of questions promises: a question is found until its time is over, and done once at most.
import type { Asked } from '../../src/ports/asked-book';
import { ASKED_PER_PERSON_MAX } from '../../src/store/sql-asked-book';
import { MINUTE, START_MS } from '../builders/instants';
import { ANALYST, SECOND_ANALYST } from '../builders/people';
import { CHANNEL, OTHER_CHANNEL } from './decisions';
import { eachTest, type StoreKind } from './store-under-test';

const ONE = ANALYST.objectId ?? '';
const TWO = SECOND_ANALYST.objectId ?? '';
const THREAD = `${CHANNEL};messageid=1`;

const QUESTION: Asked = {
  ref: 'ref',
  kind: 'hunting',
  askerObjectId: ONE,
  channel: CHANNEL,
  conversationId: THREAD,
  facts: '{"intent":"huntUploads"}',
  until: START_MS + 10 * MINUTE,
};

export function describeAskedBookContract({ name, make }: StoreKind): void {
  describe(`asked book, ${name}`, () => {
    const store = eachTest(make);
    const keep = async (asked: Partial<Asked> = {}, later = 0) => {
      await store().askedBook.keep({ ...QUESTION, ...asked }, START_MS + later);
    };
    const find = (ref: string, later = 0) => store().askedBook.find(ref, START_MS + later);
    const settle = (ref: string, later = 0) => store().askedBook.settle(ref, START_MS + later);
    const lastRef = async (kind: Asked['kind'], person: string, conversation: string, later = 0) =>
      (await store().askedBook.last(kind, person, conversation, START_MS + later))?.ref ?? null;

    it('gives a question back by its reference, whole', async () => {
      await keep();
      await keep({ ref: 'other', kind: 'confirm', askerObjectId: TWO, channel: OTHER_CHANNEL, facts: '{}' });
      expect(await find('ref')).toEqual(QUESTION);
      expect(await find('other')).toMatchObject({ kind: 'confirm', askerObjectId: TWO, channel: OTHER_CHANNEL });
      expect(await find('never kept')).toBeNull();
    });

    it('keeps what waits for a second person apart from every other kind', async () => {
      await keep({ ref: 'granted|ref', kind: 'approval', facts: '{"at":1}' });
      expect(await find('granted|ref')).toMatchObject({ kind: 'approval', facts: '{"at":1}' });
      expect([await lastRef('confirm', ONE, THREAD), await lastRef('approval', ONE, THREAD)]).toEqual([
        null,
        'granted|ref',
      ]);
      expect([await settle('granted|ref'), await settle('granted|ref')]).toEqual([true, false]);
    });

    it('knows a person however the id is written', async () => {
      await keep({ askerObjectId: ONE.toUpperCase() });
      expect((await find('ref'))?.askerObjectId).toBe(ONE);
      expect(await lastRef('hunting', ONE.toUpperCase(), THREAD)).toBe('ref');
    });

    it('knows a question no more when its time is over', async () => {
      await keep();
      const over = 10 * MINUTE;
      expect(await find('ref', over - 1)).not.toBeNull();
      expect([await find('ref', over), await lastRef('hunting', ONE, THREAD, over)]).toEqual([null, null]);
      expect(await settle('ref', over)).toBe(false);
    });

    it('replaces the facts and the end of a question that is kept already, and nothing else', async () => {
      await keep();
      await keep({ ref: 'newer' });
      const until = QUESTION.until + MINUTE;
      await keep({ facts: '{"page":2}', until, askerObjectId: TWO, kind: 'alerts' });
      expect(await find('ref', 10 * MINUTE)).toEqual({ ...QUESTION, facts: '{"page":2}', until });
      expect(await lastRef('hunting', ONE, THREAD)).toBe('newer');
    });

    it('gives the newest question of that kind, person and conversation, and not another’s', async () => {
      await keep({ ref: 'first' });
      await keep({ ref: 'second' });
      await keep({ ref: 'of another kind', kind: 'alerts' });
      await keep({ ref: 'of another person', askerObjectId: TWO });
      await keep({ ref: 'in another conversation', conversationId: `${CHANNEL};messageid=2` });
      expect(await lastRef('hunting', ONE, THREAD)).toBe('second');
      expect(await lastRef('alerts', ONE, THREAD)).toBe('of another kind');
      expect(await lastRef('hunting', TWO, THREAD)).toBe('of another person');
      expect(await lastRef('hunting', ONE, `${CHANNEL};messageid=2`)).toBe('in another conversation');
      expect([await lastRef('confirm', ONE, THREAD), await lastRef('hunting', ONE, CHANNEL)]).toEqual([null, null]);
    });

    it('is settled by one of many who try at one moment', async () => {
      await keep();
      const answers = await Promise.all(Array.from({ length: 8 }, () => settle('ref')));
      expect(answers.filter(Boolean)).toHaveLength(1);
      expect(await settle('never kept')).toBe(false);
    });

    it('knows a settled question no more, also when it is kept again', async () => {
      await keep({ ref: 'before' });
      await keep();
      await settle('ref');
      await keep({ facts: '{"again":true}' });
      expect([await find('ref'), await settle('ref')]).toEqual([null, false]);
      expect(await lastRef('hunting', ONE, THREAD)).toBe('before');
    });

    it('forgets questions that are over, so that a reference can be used anew', async () => {
      await keep();
      await settle('ref');
      await keep({ until: QUESTION.until + MINUTE }, 10 * MINUTE);
      expect(await find('ref', 10 * MINUTE)).toEqual({ ...QUESTION, until: QUESTION.until + MINUTE });
    });

    it('keeps all that many ask at one moment while others end', async () => {
      const over = 10 * MINUTE;
      for (const ref of ['one that ends', 'another that ends']) await keep({ ref });
      const refs = Array.from({ length: 12 }, (_, asked) => `ref ${asked}`);
      const person = (ref: string) => (ref.endsWith('1') ? ONE : TWO);
      await Promise.all(refs.map((ref) => keep({ ref, askerObjectId: person(ref), until: START_MS + 2 * over }, over)));
      const found = await Promise.all(refs.map((ref) => find(ref, over)));
      expect(found.map((asked) => asked?.askerObjectId)).toEqual(refs.map(person));
    });

    it(`keeps the newest ${ASKED_PER_PERSON_MAX} of one person and every one of the others`, async () => {
      await keep({ ref: 'of another person', askerObjectId: TWO });
      for (let asked = 0; asked <= ASKED_PER_PERSON_MAX; asked += 1) await keep({ ref: `ref ${asked}` });
      expect(await find('ref 0')).toBeNull();
      expect(await find('ref 1')).not.toBeNull();
      expect(await find(`ref ${ASKED_PER_PERSON_MAX}`)).not.toBeNull();
      expect(await find('of another person')).not.toBeNull();
    });
  });
}
