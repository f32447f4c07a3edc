// What every keeper of changes promises: what is begun is begun whole, what is ended is ended once.
import type { AuditEntry, AuditOutcome } from '../../src/ports/audit-trail';
import type { ChangeEnd } from '../../src/ports/change-record';
import { MINUTE, START_MS } from '../builders/instants';
import { ANALYST } from '../builders/people';
import { CHANNEL } from './decisions';
import { eachTest, type StoreKind } from './store-under-test';

const REF = 'a reference of a card to confirm';
const KEYS = ['activity:1', 'same:1'];
const FACTS = '{"verb":"command.confirm"}';
const DONE: ChangeEnd = { is: 'done', outcome: { outcome: 'applied', facts: FACTS } };
const UNDONE: ChangeEnd = { is: 'undone', askedRef: REF };

const line = (outcome: AuditOutcome): AuditEntry => ({
  action: 'command.confirm',
  outcome,
  actorObjectId: ANALYST.objectId,
  alertNumber: 1000,
  cardRef: null,
  reason: null,
});

export function describeChangeRecordContract({ name, make }: StoreKind): void {
  describe(`change record, ${name}`, () => {
    const store = eachTest(make);
    const now = () => store().clock.now;
    const lines = async () => (await store().auditTrail.head())?.seq ?? 0;
    const take = (keys = KEYS) => store().clickLog.take(keys, now(), 2 * MINUTE);
    const isOpen = async () => (await store().askedBook.find(REF, now())) !== null;
    const begin = (askedRef: string | null = REF, keys = KEYS) =>
      store().changeRecord.begin({ keys, facts: FACTS, askedRef }, line('intended'), now());
    const end = (how: ChangeEnd, keys: readonly string[] = KEYS) =>
      store().changeRecord.end(keys, how, line(how.is === 'done' ? 'applied' : 'failed'), now());

    beforeEach(async () => {
      const where = { channel: CHANNEL, conversationId: CHANNEL, until: START_MS + 10 * MINUTE };
      const asked = { ref: REF, kind: 'confirm', askerObjectId: ANALYST.objectId ?? '', facts: '{}' } as const;
      await store().askedBook.keep({ ...asked, ...where }, START_MS);
      await take();
    });

    it('begins all of it: the intent, the click and the end of the question', async () => {
      expect(await begin()).toBe(true);
      expect([await lines(), await isOpen()]).toEqual([1, false]);
      expect(await take()).toEqual({ outcome: 'intended', facts: FACTS });
    });

    it('begins nothing where the question is not open any more', async () => {
      await store().askedBook.settle(REF, now());
      expect(await begin()).toBe(false);
      expect([await lines(), await take()]).toEqual([0, { outcome: 'pending', facts: '{}' }]);
    });

    it('begins one of several changes that answer one question at one moment', async () => {
      const others = Array.from({ length: 5 }, (_, other) => [`activity:of ${other}`]);
      for (const keys of others) await take(keys);
      const begun = await Promise.all(others.map((keys) => begin(REF, keys)));
      expect(begun.filter(Boolean)).toHaveLength(1);
      expect(await lines()).toBe(1);
    });

    it('asks for no question where none is answered', async () => {
      expect(await begin(null)).toBe(true);
      expect([await lines(), await isOpen()]).toEqual([1, true]);
    });

    it('ends a change with its outcome, which the same click again is given', async () => {
      await begin();
      await end(DONE);
      expect([await lines(), await isOpen()]).toEqual([2, false]);
      expect(await take()).toEqual({ outcome: 'applied', facts: FACTS });
    });

    it('takes a change back: the same click may be made again, and the question is open', async () => {
      await begin();
      await end(UNDONE);
      expect([await lines(), await isOpen(), await take()]).toEqual([2, true, null]);
      expect(await begin()).toBe(true);
    });

    it('opens a question for no longer than it was open before', async () => {
      await begin();
      store().clock.now += 10 * MINUTE;
      await end(UNDONE);
      expect(await isOpen()).toBe(false);
    });

    it('ends a change once, also one that was left unfinished, whoever tries at one moment', async () => {
      await begin();
      store().clock.now += MINUTE;
      const [left] = await store().clickLog.unfinished();
      await Promise.all([end(DONE, [left?.key ?? '']), end(UNDONE, [left?.key ?? '']), end(DONE)]);
      await end(UNDONE);
      expect(await lines()).toBe(2);
      expect(await store().clickLog.unfinished()).toEqual([]);
    });

    it('writes the outcome of a change whose click is forgotten', async () => {
      await begin();
      store().clock.now += 2 * MINUTE;
      await take(['another, at whose time the first is forgotten']);
      await end(DONE);
      expect(await lines()).toBe(2);
    });
  });
}
