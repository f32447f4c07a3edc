// What every keeper of hunts promises: one line in the audit each, and nothing forgotten before it is told and recorded.
import type { AuditEntry } from '../../src/ports/audit-trail';
import type { BegunHunt } from '../../src/ports/hunt-log';
import { HUNT_LEFT_AFTER_MS } from '../../src/store/sql-hunt-log';
import { ANALYST } from '../builders/people';
import { CHANNEL } from './decisions';
import { eachTest, type StoreKind } from './store-under-test';

const SENT = { queryHash: 'a'.repeat(64), window: { from: '2026-03-04T10:00:00Z', to: '2026-03-11T10:00:00Z' } };
const HUNT: BegunHunt = {
  id: 'hunt',
  action: 'summarizeHunting',
  askerObjectId: ANALYST.objectId ?? '',
  alertNumber: 1000,
  channel: CHANNEL,
  conversationId: `${CHANNEL};messageid=1`,
};
const LINE: AuditEntry = {
  action: 'summarizeHunting',
  outcome: 'applied',
  actorObjectId: ANALYST.objectId,
  alertNumber: null,
  cardRef: null,
  reason: null,
  hunt: { ...SENT, rowCount: 3 },
};

export function describeHuntLogContract({ name, make }: StoreKind): void {
  describe(`hunt log, ${name}`, () => {
    const store = eachTest(make);
    const log = () => store().huntLog;
    const begin = (hunt: Partial<BegunHunt> = {}) => log().begin({ ...HUNT, ...hunt }, store().clock.now);
    const record = (id = HUNT.id) => log().record(id, LINE, store().clock.now);
    const lines = async () => (await store().auditTrail.head())?.seq ?? 0;
    /** As another process finds them once this one is surely dead. */
    const left = (by = 'the next process') => {
      store().clock.now += HUNT_LEFT_AFTER_MS;
      return store().huntLogOf(by).left(store().clock.now);
    };

    it('gives a hunt of a dead process back, whole, as far as it had come', async () => {
      await begin();
      await begin({ id: 'other', action: 'command.run', alertNumber: null });
      await log().note(HUNT.id, { sent: SENT });
      await log().note(HUNT.id, { messageId: 'a message' });
      const found = await left();
      expect(found.find(({ id }) => id === HUNT.id)).toEqual({
        ...HUNT,
        unrecorded: SENT,
        messageId: 'a message',
        told: false,
      });
      expect(found.find(({ id }) => id === 'other')).toEqual({
        ...HUNT,
        ...{ id: 'other', action: 'command.run', alertNumber: null },
        ...{ unrecorded: null, messageId: null, told: false },
      });
    });

    it('keeps the query that was sent last', async () => {
      await begin();
      await log().note(HUNT.id, { sent: { ...SENT, queryHash: 'b'.repeat(64) } });
      await log().note(HUNT.id, { sent: SENT });
      expect(await left()).toMatchObject([{ unrecorded: SENT }]);
    });

    it('gives nobody their own hunts, nor one again to whoever looks after it already', async () => {
      await begin();
      store().clock.now += HUNT_LEFT_AFTER_MS;
      expect(await log().left(store().clock.now)).toEqual([]);
      expect(await left()).toHaveLength(1);
      expect(await left()).toEqual([]);
      expect(await left('one more')).toHaveLength(1);
    });

    it('writes one line about a hunt, whoever tries at one moment', async () => {
      await begin();
      await log().note(HUNT.id, { sent: SENT });
      await Promise.all([record(), record(), record()]);
      await record();
      expect(await lines()).toBe(1);
      expect(await left()).toMatchObject([{ unrecorded: null, told: false }]);
    });

    it('forgets a hunt that is recorded and told, in either order', async () => {
      await begin();
      await log().note(HUNT.id, { sent: SENT });
      await record();
      await log().told(HUNT.id);
      await begin({ id: 'other' });
      await log().note('other', { sent: SENT });
      await log().told('other');
      expect(await left()).toMatchObject([{ id: 'other', unrecorded: SENT, told: true }]);
      await record('other');
      expect([await left('one more'), await lines()]).toEqual([[], 2]);
    });

    it('forgets a hunt that is told and for which nothing was sent', async () => {
      await begin();
      await log().told(HUNT.id);
      expect(await left()).toEqual([]);
    });

    it('writes nothing about a hunt that it does not know', async () => {
      await record('unknown');
      await log().note('unknown', { messageId: 'a message' });
      await log().told('unknown');
      expect([await left(), await lines()]).toEqual([[], 0]);
    });
  });
}
