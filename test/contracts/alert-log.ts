// What every keeper of the alert log promises: rows, numbers, history-free facts. Sends are the outbox's contract.
import fc from 'fast-check';
import { Untrusted, sameText } from '../../src/domain/untrusted';
import type { AlertSearch } from '../../src/ports/alert-log';
import { alertId, anAlert, changed } from '../builders/alert';
import { afterStart, MINUTE } from '../builders/instants';
import { SUBJECT, knownOnlyBy } from '../builders/people';
import { commitAlert, decided, decidedAgain } from './decisions';
import { eachTest, type StoreKind } from './store-under-test';

export function describeAlertLogContract({ name, make }: StoreKind): void {
  describe(`alert log, ${name}`, () => {
    const store = eachTest(make);

    it('numbers alerts from 1000 up in the order of the commit', async () => {
      const alerts = [3, 1, 2].map((seed) => anAlert({ id: alertId(seed) }));
      const result = await store().alertLog.commit({ decisions: alerts.map((alert) => decided(alert)) });
      const found = await store().alertLog.find(alerts.map((alert) => alert.id));
      expect(result).toEqual({ firstSeen: 3, changed: 0, skipped: 0 });
      expect(alerts.map((alert) => found.get(alert.id)?.number)).toEqual([1000, 1001, 1002]);
    });

    it('gives back what was committed, with the alias and the identity of the subject', async () => {
      const alert = await commitAlert(store(), 1, { assignedTo: Untrusted.of('Ilse Brandt') });
      const stored = await store().alertLog.findByNumber(1000);
      const { title: _t, categories: _c, serviceSource: _s, alertPolicyId: _p, details: _d, ...rest } = alert;
      const { subject, assignedTo, ...kept } = rest;
      expect(stored).toMatchObject(kept);
      expect(stored?.subject).toEqual(subject);
      expect(sameText(stored?.assignedTo ?? null, assignedTo)).toBe(true);
      expect(stored?.alias).toMatch(/^[0-9A-Z]{4}$/);
    });

    it('keeps the number when an alert changes, and counts what changed', async () => {
      const before = await commitAlert(store(), 1);
      const after = changed(before, { status: 'inProgress', lastUpdateDateTime: afterStart(0) });
      const result = await store().alertLog.commit({ decisions: [decidedAgain(before, after)] });
      const stored = await store().alertLog.findByNumber(1000);
      expect(result).toEqual({ firstSeen: 0, changed: 1, skipped: 0 });
      expect(stored).toMatchObject({ status: 'inProgress', contentHash: after.contentHash });
    });

    it('leaves a row alone that moved on since the decision was made', async () => {
      const before = await commitAlert(store(), 1);
      const first = changed(before, { status: 'inProgress' });
      const second = changed(before, { status: 'resolved' });
      await store().alertLog.commit({ decisions: [decidedAgain(before, first)] });
      const late = await store().alertLog.commit({ decisions: [decidedAgain(before, second)] });
      expect(late).toEqual({ firstSeen: 0, changed: 0, skipped: 1 });
      expect((await store().alertLog.findByNumber(1000))?.status).toBe('inProgress');
    });

    it('takes an alert once however often its first sight is committed', async () => {
      const alert = await commitAlert(store(), 1);
      const again = await store().alertLog.commit({ decisions: [decided(alert)] });
      expect(again).toEqual({ firstSeen: 0, changed: 0, skipped: 1 });
      expect(await store().alertLog.findByNumber(1001)).toBeNull();
    });

    it('keeps the subject and the last known change when a later read names neither', async () => {
      const lastChange = { what: 'start', who: Untrusted.of('Tomas Vale'), at: afterStart(0) } as const;
      const before = await commitAlert(store(), 1, {}, { lastChange });
      const after = changed(before, { subject: null, commentCount: 1 });
      await store().alertLog.commit({ decisions: [decidedAgain(before, after)] });
      const stored = await store().alertLog.findByNumber(1000);
      expect(stored?.subject).toEqual(SUBJECT);
      expect(stored?.lastChange?.what).toBe('start');
      expect(sameText(stored?.lastChange?.who ?? null, 'Tomas Vale')).toBe(true);
    });

    it.each(['start', 'assign', 'unassign', 'resolve', 'reopen', 'comment', 'elsewhere'] as const)(
      'keeps what was changed last: %s',
      async (what) => {
        await commitAlert(store(), 1, {}, { lastChange: { what, who: null, at: afterStart(0) } });
        expect((await store().alertLog.findByNumber(1000))?.lastChange).toEqual({ what, who: null, at: afterStart(0) });
      },
    );

    it('enrols a subject that nobody enrolled before, and joins alerts about one person', async () => {
      await commitAlert(store(), 1, { subject: knownOnlyBy({ userPrincipalName: SUBJECT.userPrincipalName }) });
      await commitAlert(store(), 2, { subject: SUBJECT });
      const [first, second] = [await store().alertLog.findByNumber(1000), await store().alertLog.findByNumber(1001)];
      expect(first?.alias).toBe(second?.alias);
      expect(first?.subject?.objectId).toBe(SUBJECT.objectId);
    });

    it('marks an alert as gone that Graph no longer knows, and lists it no more', async () => {
      const alert = await commitAlert(store(), 1);
      await store().alertLog.commit({ decisions: [], gone: [alert.id, 'never seen'] });
      expect((await store().alertLog.findByNumber(1000))?.gone).toBe(true);
      expect(await store().alertLog.listForDigest(10)).toEqual({ open: [], alreadyResolved: [] });
    });

    it('lists open alerts newest first, no more than asked for', async () => {
      await commitAlert(store(), 1, { createdDateTime: afterStart(-2 * MINUTE) });
      await commitAlert(store(), 2, { createdDateTime: afterStart(-1 * MINUTE) });
      await commitAlert(store(), 3, { createdDateTime: afterStart(0), status: 'resolved' });
      await commitAlert(store(), 4, { createdDateTime: null, status: null });
      const numbers = async (limit: number) =>
        (await store().alertLog.listForDigest(limit)).open.map((alert) => alert.number);
      expect(await numbers(10)).toEqual([1001, 1000, 1003]);
      expect(await numbers(1)).toEqual([1001]);
    });

    it('lists apart what was resolved when it was first seen, until a channel has a card of it', async () => {
      await commitAlert(store(), 1, { status: 'resolved' }, { postTo: [] });
      const open = await commitAlert(store(), 2, {}, { postTo: [] });
      const closed = changed(open, { status: 'resolved' });
      await store().alertLog.commit({ decisions: [decidedAgain(open, closed)] });
      expect((await store().alertLog.find([open.id])).get(open.id)?.status).toBe('resolved');
      const numbers = async () =>
        (await store().alertLog.listForDigest(10)).alreadyResolved.map((alert) => alert.number);
      expect(await numbers()).toEqual([1000]);
      await store().cardBook.requestPost(1000, '19:somewhere@thread.tacv2', store().clock.now);
      expect(await numbers()).toEqual([]);
    });

    describe('asked for alerts', () => {
      const search = async (of: Partial<AlertSearch> = {}, limit = 10) => {
        const everything: AlertSearch = { status: [], severity: [], window: null };
        return (await store().alertLog.search({ ...everything, ...of }, limit)).map((alert) => alert.number);
      };

      it('gives those that Graph still knows, newest first, no more than asked for', async () => {
        await commitAlert(store(), 1, { createdDateTime: afterStart(-2 * MINUTE) });
        await commitAlert(store(), 2, { createdDateTime: afterStart(-1 * MINUTE), status: 'resolved' });
        await commitAlert(store(), 3, { createdDateTime: null });
        const gone = await commitAlert(store(), 4, { createdDateTime: afterStart(0) });
        await store().alertLog.commit({ decisions: [], gone: [gone.id] });
        expect(await search()).toEqual([1001, 1000, 1002]);
        expect(await search({}, 1)).toEqual([1001]);
      });

      it('gives those whose status and severity are among the ones named, and none without', async () => {
        await commitAlert(store(), 1, { status: 'new', severity: 'high' });
        await commitAlert(store(), 2, { status: 'inProgress', severity: 'low' });
        await commitAlert(store(), 3, { status: 'resolved', severity: 'high' });
        await commitAlert(store(), 4, { status: null, severity: null });
        const sorted = async (of: Partial<AlertSearch>) => (await search(of)).sort((a, b) => a - b);
        expect(await sorted({ status: ['new', 'inProgress'] })).toEqual([1000, 1001]);
        expect(await sorted({ severity: ['high'] })).toEqual([1000, 1002]);
        expect(await sorted({ status: ['resolved', 'inProgress'], severity: ['high'] })).toEqual([1002]);
        expect(await sorted({ status: ['new'], severity: ['medium'] })).toEqual([]);
      });

      it('gives those created from the beginning of a window on and before its end', async () => {
        await commitAlert(store(), 1, { createdDateTime: afterStart(-1) });
        await commitAlert(store(), 2, { createdDateTime: afterStart(0) });
        await commitAlert(store(), 3, { createdDateTime: afterStart(MINUTE - 1) });
        await commitAlert(store(), 4, { createdDateTime: afterStart(MINUTE) });
        await commitAlert(store(), 5, { createdDateTime: null });
        expect(await search({ window: { from: afterStart(0), to: afterStart(MINUTE) } })).toEqual([1002, 1001]);
        expect(await search({ window: { from: afterStart(0), to: afterStart(0) } })).toEqual([]);
      });

      it('gives each as it is known by its number', async () => {
        await commitAlert(store(), 1);
        const [found] = await store().alertLog.search({ status: [], severity: [], window: null }, 1);
        expect(found).toEqual(await store().alertLog.findByNumber(1000));
        expect(found?.subject).toEqual(SUBJECT);
      });
    });

    it('starts without a watermark and changes only the members given', async () => {
      expect(await store().alertLog.watchState()).toEqual({
        ...{ watermark: null, firstReadAt: null, firstReadDone: false, sweptAt: null, overlapReadAt: null },
        filter: 'irm',
      });
      const watermark = afterStart(7);
      await store().alertLog.commit({ decisions: [], watch: { watermark, firstReadDone: true } });
      await store().alertLog.commit({ decisions: [], watch: { filter: 'none' } });
      expect(await store().alertLog.watchState()).toMatchObject({ watermark, firstReadDone: true, filter: 'none' });
    });

    it('commits nothing for a watcher whose lease has passed to another', async () => {
      const { leases, alertLog, clock } = store();
      const first = await leases.acquire('watch', 'one', 10, clock.now);
      await leases.acquire('watch', 'two', 10, clock.now + 20);
      const fence = { lease: 'watch', epoch: first?.epoch ?? 0 };
      const late = alertLog.commit({ decisions: [decided(anAlert())], watch: { filter: 'none' }, fence });
      await expect(late).rejects.toMatchObject({ code: 'leaseLost' });
      expect(await alertLog.findByNumber(1000)).toBeNull();
      expect((await alertLog.watchState()).filter).toBe('irm');
    });

    it('commits for the watcher who holds the lease', async () => {
      const { leases, alertLog, clock } = store();
      const lease = await leases.acquire('watch', 'one', 10, clock.now);
      const fence = { lease: 'watch', epoch: lease?.epoch ?? 0 };
      const result = await alertLog.commit({ decisions: [decided(anAlert())], fence });
      expect(result.firstSeen).toBe(1);
    });

    it('gives every alert one number, whatever commits repeat', async () => {
      const seeds = fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 16 });
      await fc.assert(fc.asyncProperty(seeds, numbersEachOnce), { numRuns: 8 });
    });

    async function numbersEachOnce(seeds: number[]): Promise<void> {
      const fresh = await make();
      try {
        for (const seed of seeds) await commitAlert(fresh, seed);
        const distinct = [...new Set(seeds)];
        const found = await fresh.alertLog.find(distinct.map(alertId));
        const numbers = distinct.map((seed) => found.get(alertId(seed))?.number);
        expect(numbers).toEqual(distinct.map((_, index) => 1000 + index));
      } finally {
        await fresh.close();
      }
    }
  });
}
