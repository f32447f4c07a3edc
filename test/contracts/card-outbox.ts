// What every keeper of the outbox promises about one send: claimed by one, marked before the socket, settled once.
import { MINUTE } from '../builders/instants';
import { changed } from '../builders/alert';
import {
  CHANNEL,
  OTHER_CHANNEL,
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

export function describeCardOutboxContract({ name, make }: StoreKind): void {
  describe(`card outbox, ${name}`, () => {
    const store = eachTest(make);
    const state = () => store().cardOutbox.state();
    const settle = (...[send, settlement]: Parameters<ReturnType<typeof store>['cardOutbox']['settle']>) =>
      store().cardOutbox.settle(send, settlement, store().clock.now);

    it('gives one row to one claimer, with everything a sender needs', async () => {
      await commitAlert(store(), 1, { severity: 'low' });
      const send = await claimed(store());
      expect(await store().outboxOf('replica two').claim([], store().clock.now)).toBeNull();
      expect(send).toEqual({
        ...{ id: send.id, kind: 'post', channel: CHANNEL, alertNumber: 1000, cardId: send.cardId, epoch: send.epoch },
        ...{ posted: null, cardRef: null, attempt: 1, conflicts: 0, tier: 'full', possibleRepeat: false },
        ...{ createdAt: store().clock.now, numbers: [], alreadyResolved: 0, severity: null },
      });
      expect(send.cardId).not.toBeNull();
    });

    it('passes over busy channels and rows that are not due yet', async () => {
      await commitAlert(store(), 1, {}, { postTo: [CHANNEL, OTHER_CHANNEL] });
      const { now } = store().clock;
      const other = await store().cardOutbox.claim([CHANNEL], now);
      expect(other?.channel).toBe(OTHER_CHANNEL);
      if (other) await settle(other, { is: 'withheld', notBefore: now + 1 }, now);
      expect(await store().cardOutbox.claim([CHANNEL], now)).toBeNull();
      expect((await store().cardOutbox.claim([CHANNEL], now + 1))?.id).toBe(other?.id);
    });

    it('counts the wait of a send from the first commit of its alert', async () => {
      const alert = await commitAndPost(store(), 1, 'ref');
      const seenAt = store().clock.now;
      store().clock.now += MINUTE;
      await store().alertLog.commit({ decisions: [decidedAgain(alert, changed(alert, { status: 'resolved' }))] });
      expect((await claimed(store())).createdAt).toBe(seenAt);
    });

    it('refuses to mark a row whose lease ran out or which another has', async () => {
      await commitAlert(store(), 1);
      const send = await claimed(store());
      expect(await store().cardOutbox.markSending(send, 'late', store().clock.now + LEASE_MS)).toBe(false);
      store().clock.now += LEASE_MS;
      await store().cardOutbox.recover(store().clock.now, false);
      const other = await claimed(store(), 'replica two');
      expect(await store().cardOutbox.markSending(send, 'late', store().clock.now)).toBe(false);
      expect(await store().cardOutbox.markSending(other, 'ref', store().clock.now)).toBe(true);
      expect(await store().cardOutbox.markSending(other, 'ref', store().clock.now)).toBe(false);
    });

    it('sends again what is to be retried, smaller or later, counting attempts', async () => {
      await commitAlert(store(), 1);
      const { now } = store().clock;
      const first = await underWay(store(), 'ref');
      await settle(first, { is: 'retry', notBefore: now + 5, tier: 'compact', conflicts: 1, code: 'tooLarge' }, now);
      expect(await store().cardOutbox.claim([], now)).toBeNull();
      const second = await store().cardOutbox.claim([], now + 5);
      expect(second).toMatchObject({ id: first.id, attempt: 2, conflicts: 1, tier: 'compact', possibleRepeat: false });
    });

    it('redraws a card in the size in which it was taken', async () => {
      const alert = await commitAlert(store(), 1);
      const { now } = store().clock;
      const retry = { is: 'retry', notBefore: now, tier: 'compact', conflicts: 0, code: 'tooLarge' } as const;
      await settle(await underWay(store(), 'ref'), retry, now);
      await deliver(store(), 'ref two');
      await store().alertLog.commit({ decisions: [decidedAgain(alert, changed(alert, { status: 'resolved' }))] });
      expect(await claimed(store())).toMatchObject({ kind: 'update', tier: 'compact' });
    });

    it('settles a row once: a second word about it changes nothing', async () => {
      await commitAlert(store(), 1);
      const send = await deliver(store(), 'ref', 'm1');
      const { now } = store().clock;
      await settle(send, { is: 'retry', notBefore: now, tier: 'full', conflicts: 0, code: 'throttled' }, now);
      await settle(send, { is: 'sent', posted: messageNamed('m2') }, now);
      expect(await claimAll(store())).toEqual([]);
      expect((await store().cardBook.findByRef('ref'))?.posted).toEqual(messageNamed('m1'));
    });

    it('lets a redraw that failed make way for a newer one that waits', async () => {
      const first = await commitAndPost(store(), 1, 'ref');
      const second = changed(first, { status: 'inProgress' });
      await store().alertLog.commit({ decisions: [decidedAgain(first, second)] });
      const send = await underWay(store());
      await store().alertLog.commit({ decisions: [decidedAgain(second, changed(second, { status: 'resolved' }))] });
      const { now } = store().clock;
      await settle(send, { is: 'retry', notBefore: now + 9, tier: 'full', conflicts: 0, code: 'throttled' }, now);
      expect((await state()).depth).toBe(1);
      expect(await store().cardOutbox.claim([], now + 8)).toBeNull();
      expect(await store().cardOutbox.claim([], now + 9)).toMatchObject({ kind: 'update', attempt: 2 });
    });

    it('redraws a card no more that is gone, and replies to it no more', async () => {
      const low = await commitAlert(store(), 1, { severity: 'low' });
      await deliver(store(), 'ref');
      await store().alertLog.commit({ decisions: [decidedAgain(low, changed(low, { severity: 'high' }))] });
      const update = await underWay(store());
      expect(update.kind).toBe('update');
      await settle(update, { is: 'gone' }, store().clock.now);
      expect(await state()).toEqual({ depth: 0, oldestUnsentAt: null });
    });

    it('sends a digest as it was asked for', async () => {
      await store().cardBook.requestDigest(CHANNEL, [1000, 1004], 3, store().clock.now);
      const digest = await claimed(store());
      expect(digest).toMatchObject({ kind: 'digest', numbers: [1000, 1004], alreadyResolved: 3, alertNumber: null });
      expect(digest).toMatchObject({ cardId: null, posted: null, channel: CHANNEL });
    });

    it('tells how much waits and since when, without what is held back or settled', async () => {
      expect(await state()).toEqual({ depth: 0, oldestUnsentAt: null });
      const start = store().clock.now;
      await commitAlert(store(), 1);
      store().clock.now += MINUTE;
      await commitAlert(store(), 2);
      expect(await state()).toEqual({ depth: 2, oldestUnsentAt: start });
      const first = await claimed(store());
      await settle(first, { is: 'withheld', notBefore: start + 60 * MINUTE }, store().clock.now);
      expect(await state()).toEqual({ depth: 1, oldestUnsentAt: start + MINUTE });
      await deliver(store(), 'ref');
      expect(await state()).toEqual({ depth: 0, oldestUnsentAt: null });
    });

    it('waits for a post of unknown outcome, and counts a reply of unknown outcome no more', async () => {
      const low = await commitAlert(store(), 1, { severity: 'low' });
      await deliver(store(), 'ref');
      await store().alertLog.commit({
        decisions: [decidedAgain(low, changed(low, { severity: 'high' }), { redraw: 'no' })],
      });
      const { now } = store().clock;
      await settle(await underWay(store()), { is: 'unknown', resendAt: null, code: 'timedOut' }, now);
      expect((await state()).depth).toBe(0);
      await commitAlert(store(), 2);
      await settle(await underWay(store(), 'r2'), { is: 'unknown', resendAt: now + RESEND_AFTER_MS, code: 'x' }, now);
      expect((await state()).depth).toBe(1);
    });

    it('lets claims of different rows go to different claimers at one moment', async () => {
      for (const seed of [1, 2, 3, 4, 5, 6]) await commitAlert(store(), seed);
      const outboxes = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((holder) => store().outboxOf(holder));
      const sends = await Promise.all(outboxes.map((outbox) => outbox.claim([], store().clock.now)));
      const ids = sends.flatMap((send) => (send === null ? [] : [send.id]));
      const rest = (await claimAll(store())).map((send) => send.id);
      expect(new Set([...ids, ...rest]).size).toBe(6);
      expect(ids.length + rest.length).toBe(6);
    });
  });
}
