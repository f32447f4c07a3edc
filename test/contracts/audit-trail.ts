// What every keeper of the audit promises: numbers without gaps, and a head that moves with every row.
import type { AuditEntry } from '../../src/ports/audit-trail';
import { ANALYST, objectIdOf } from '../builders/people';
import { eachTest, type StoreKind } from './store-under-test';

const ENTRY: AuditEntry = {
  action: 'alert.start',
  outcome: 'intended',
  actorObjectId: ANALYST.objectId,
  alertNumber: 1000,
  cardRef: null,
  reason: null,
};

const HUNT = {
  queryHash: '9f'.repeat(32),
  window: { from: '2026-11-16T06:00:00Z', to: '2026-11-23T06:00:00Z' },
  rowCount: 0,
};

export function describeAuditTrailContract({ name, make }: StoreKind): void {
  describe(`audit trail, ${name}`, () => {
    const store = eachTest(make);
    const append = (entry: Partial<AuditEntry> = {}) =>
      store().auditTrail.append({ ...ENTRY, ...entry }, store().clock.now);

    it('has no head before the first row', async () => {
      expect(await store().auditTrail.head()).toBeNull();
    });

    it('numbers rows from 1 and moves its head with each', async () => {
      expect(await append()).toBe(1);
      const first = await store().auditTrail.head();
      expect(await append({ actorObjectId: null, alertNumber: null, action: 'start' })).toBe(2);
      const second = await store().auditTrail.head();
      expect([first?.seq, second?.seq]).toEqual([1, 2]);
      expect(second?.hash).not.toBe(first?.hash);
    });

    it('takes a hunt that found nothing, one that failed and rows without one into one chain', async () => {
      const asked = { action: 'huntUploads', alertNumber: null } as const;
      expect(await append({ ...asked, hunt: HUNT })).toBe(1);
      expect(await append({ ...asked, outcome: 'failed', hunt: { ...HUNT, rowCount: null } })).toBe(2);
      expect(await append()).toBe(3);
      expect((await store().auditTrail.head())?.seq).toBe(3);
    });

    it('forgets who acted, and knows them again when they act again', async () => {
      const { auditTrail } = store();
      const whom = objectIdOf(0x77);
      await append({ actorObjectId: whom });
      expect(await auditTrail.forgetPerson(whom.toUpperCase())).toBe(true);
      expect(await auditTrail.forgetPerson(whom)).toBe(false);
      expect(await append({ actorObjectId: whom })).toBe(2);
      expect(await auditTrail.forgetPerson(whom)).toBe(true);
      expect((await auditTrail.head())?.seq).toBe(2);
    });

    it('leaves no gap and gives no number twice when many append at one moment', async () => {
      const seqs = await Promise.all(Array.from({ length: 12 }, (_, row) => append({ alertNumber: 1000 + row })));
      expect(seqs.sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, row) => row + 1));
    });
  });
}
