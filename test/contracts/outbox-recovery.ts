// What every keeper of the outbox promises after a death: nothing lost, and nothing repeated without a word about it.
import { changed } from '../builders/alert';
import {
  CHANNEL,
  claimAll,
  claimed,
  commitAlert,
  commitAndPost,
  decidedAgain,
  deliver,
  messageNamed,
  underWay,
} from './decisions';
import { eachTest, LEASE_MS, RESEND_AFTER_MS, type StoreKind } from './store-under-test';

export function describeOutboxRecoveryContract({ name, make }: StoreKind): void {
  describe(`outbox after a death, ${name}`, () => {
    const store = eachTest(make);

    async function recoverAfter(ms: number): Promise<number> {
      store().clock.now += ms;
      return store().cardOutbox.recover(store().clock.now, false);
    }

    it('leaves rows alone whose holder may still live', async () => {
      await commitAlert(store(), 1);
      await claimed(store(), 'replica two');
      expect(await recoverAfter(LEASE_MS - 1)).toBe(0);
    });

    it('queues again what was claimed and not marked, as if nothing had happened', async () => {
      await commitAlert(store(), 1);
      const before = await claimed(store(), 'replica two');
      expect(await recoverAfter(LEASE_MS)).toBe(1);
      expect(await claimed(store())).toMatchObject({ id: before.id, attempt: 1, possibleRepeat: false });
    });

    it('takes every other holder for dead at a start of the only process', async () => {
      await commitAlert(store(), 1);
      await commitAlert(store(), 2);
      await claimed(store(), 'the process before');
      const own = await claimed(store());
      expect(await store().cardOutbox.recover(store().clock.now, true)).toBe(1);
      expect((await claimed(store())).id).not.toBe(own.id);
    });

    it('sends a post that was under way once more, after the wait and marked as a possible repeat', async () => {
      await commitAlert(store(), 1);
      const first = await underWay(store(), 'first ref');
      await recoverAfter(LEASE_MS);
      expect(await claimAll(store())).toEqual([]);
      expect(await recoverAfter(RESEND_AFTER_MS - 1)).toBe(0);
      expect(await recoverAfter(1)).toBe(1);
      expect(await claimed(store())).toMatchObject({ id: first.id, kind: 'post', attempt: 2, possibleRepeat: true });
    });

    it('sends an update that was under way again at once', async () => {
      const alert = await commitAndPost(store(), 1, 'ref');
      await store().alertLog.commit({ decisions: [decidedAgain(alert, changed(alert, { status: 'resolved' }))] });
      const update = await underWay(store());
      await recoverAfter(LEASE_MS);
      expect(await claimed(store())).toMatchObject({ kind: 'update', id: update.id, attempt: 2 });
    });

    it('keeps one redraw when a newer one waits behind the one that was under way', async () => {
      const first = await commitAndPost(store(), 1, 'ref');
      const second = changed(first, { status: 'inProgress' });
      await store().alertLog.commit({ decisions: [decidedAgain(first, second)] });
      await underWay(store());
      await store().alertLog.commit({ decisions: [decidedAgain(second, changed(second, { status: 'resolved' }))] });
      await recoverAfter(LEASE_MS);
      expect(await claimAll(store())).toHaveLength(1);
    });

    it('never sends a reply again that was under way', async () => {
      const low = await commitAlert(store(), 1, { severity: 'low' });
      await deliver(store(), 'ref');
      const rise = decidedAgain(low, changed(low, { severity: 'high' }), { redraw: 'no' });
      await store().alertLog.commit({ decisions: [rise] });
      expect((await underWay(store())).kind).toBe('reply');
      await recoverAfter(LEASE_MS);
      await recoverAfter(RESEND_AFTER_MS);
      expect(await claimAll(store())).toEqual([]);
    });

    it('sends nothing again that a press has shown to stand', async () => {
      await commitAlert(store(), 1);
      await underWay(store(), 'ref');
      await recoverAfter(LEASE_MS);
      await store().cardBook.adopt('ref', messageNamed('m1'), store().clock.now);
      expect(await recoverAfter(RESEND_AFTER_MS)).toBe(0);
      expect((await store().cardOutbox.state()).depth).toBe(0);
    });

    it('takes the word of a sender whose claim was lost: the message stands', async () => {
      await commitAlert(store(), 1);
      const slow = await underWay(store(), 'ref');
      await recoverAfter(LEASE_MS);
      await store().cardOutbox.settle(slow, { is: 'sent', posted: messageNamed('m1') }, store().clock.now);
      expect(await store().cardBook.findByRef('ref')).toMatchObject({ posted: messageNamed('m1'), isLive: true });
      expect((await store().cardOutbox.state()).depth).toBe(0);
    });

    it('leaves a post as sent when its outcome is unknown but an earlier attempt was found to stand', async () => {
      await commitAlert(store(), 1);
      await underWay(store(), 'first');
      await recoverAfter(LEASE_MS);
      await recoverAfter(RESEND_AFTER_MS);
      const repeat = await underWay(store(), 'second');
      const { now } = store().clock;
      await store().cardBook.adopt('first', messageNamed('m1'), now);
      await store().cardOutbox.settle(repeat, { is: 'unknown', resendAt: now + 1, code: 'timedOut' }, now);
      await recoverAfter(RESEND_AFTER_MS);
      expect(await claimAll(store())).toEqual([]);
    });

    it('redraws a card that was recognised after its repeat was queued and news came', async () => {
      const alert = await commitAlert(store(), 1);
      await underWay(store(), 'ref');
      await recoverAfter(LEASE_MS);
      await recoverAfter(RESEND_AFTER_MS);
      await store().alertLog.commit({ decisions: [decidedAgain(alert, changed(alert, { status: 'resolved' }))] });
      await store().cardBook.adopt('ref', messageNamed('m1'), store().clock.now);
      expect((await claimAll(store())).map(({ kind }) => kind)).toEqual(['update']);
    });

    it.each(['retry', 'withheld'] as const)(
      'lets a repeat rest that met %s after the first attempt was recognised',
      async (is) => {
        await commitAlert(store(), 1);
        await underWay(store(), 'first');
        await recoverAfter(LEASE_MS);
        await recoverAfter(RESEND_AFTER_MS);
        const repeat = await underWay(store(), 'second');
        const { now } = store().clock;
        await store().cardBook.adopt('first', messageNamed('m1'), now);
        const retry = { is: 'retry', notBefore: now, tier: 'full', conflicts: 0, code: 'throttled' } as const;
        const settlement = is === 'retry' ? retry : { is, notBefore: now };
        await store().cardOutbox.settle(repeat, settlement, now);
        expect(await claimAll(store())).toEqual([]);
      },
    );

    it('says of a card asked for anew that it may stand already when an attempt of it was never settled', async () => {
      const alert = await commitAlert(store(), 1);
      await underWay(store(), 'first');
      await recoverAfter(LEASE_MS);
      await recoverAfter(RESEND_AFTER_MS);
      const repeat = await underWay(store(), 'second');
      await store().cardOutbox.settle(repeat, { is: 'dead', code: 'badRequest' }, store().clock.now);
      const after = changed(alert, { status: 'resolved' });
      await store().alertLog.commit({ decisions: [decidedAgain(alert, after, { postTo: [CHANNEL] })] });
      expect(await claimed(store())).toMatchObject({ kind: 'post', possibleRepeat: true });
    });
  });
}
