// What every keeper of the card book promises: a reference finds its attempt, the first that landed is the live one.
import { changed } from '../builders/alert';
import {
  CHANNEL,
  OTHER_CHANNEL,
  claimAll,
  commitAlert,
  commitAndPost,
  decidedAgain,
  messageNamed,
  underWay,
} from './decisions';
import { eachTest, type StoreKind } from './store-under-test';

export function describeCardBookContract({ name, make }: StoreKind): void {
  describe(`card book, ${name}`, () => {
    const store = eachTest(make);

    /** A post of unknown outcome under `first`, and a repeat of it that stands as `m2` under `second`. */
    async function postTwice(): Promise<void> {
      const { cardOutbox, clock } = store();
      await commitAlert(store(), 1);
      await cardOutbox.settle(
        await underWay(store(), 'first'),
        { is: 'unknown', resendAt: clock.now, code: 'timedOut' },
        clock.now,
      );
      await cardOutbox.recover(clock.now, false);
      await cardOutbox.settle(await underWay(store(), 'second'), { is: 'sent', posted: messageNamed('m2') }, clock.now);
    }

    it('finds a card by its reference, with the alert as it is now', async () => {
      const alert = await commitAndPost(store(), 1, 'ref');
      const after = changed(alert, { status: 'inProgress' });
      await store().alertLog.commit({ decisions: [decidedAgain(alert, after)] });
      const found = await store().cardBook.findByRef('ref');
      expect(found).toMatchObject({ channel: CHANNEL, posted: messageNamed('of ref'), isLive: true });
      expect(found?.alert).toMatchObject({ number: 1000, status: 'inProgress' });
    });

    it('finds the alert as it is now however often it was asked before', async () => {
      const alert = await commitAndPost(store(), 1, 'ref');
      const statuses: unknown[] = [];
      let last = alert;
      for (const status of ['inProgress', 'resolved', 'new'] as const) {
        await store().cardBook.findByRef('ref');
        const after = changed(last, { status });
        await store().alertLog.commit({ decisions: [decidedAgain(last, after)] });
        statuses.push((await store().cardBook.findByRef('ref'))?.alert.status);
        last = after;
      }
      expect(statuses).toEqual(['inProgress', 'resolved', 'new']);
    });

    it('knows the alert whose card began a thread', async () => {
      await commitAndPost(store(), 1, 'ref');
      const { conversationId } = messageNamed('of ref');
      expect(await store().cardBook.alertInThread(conversationId)).toBe(1000);
      for (const elsewhere of [CHANNEL, `${conversationId}9`, '']) {
        expect(await store().cardBook.alertInThread(elsewhere)).toBeNull();
      }
    });

    it('knows no reference that was never sent', async () => {
      await commitAndPost(store(), 1, 'ref');
      for (const stranger of ['', 'REF', 'ref ', '1000']) {
        expect(await store().cardBook.findByRef(stranger)).toBeNull();
      }
      await store().cardBook.adopt('stranger', messageNamed('m9'), store().clock.now);
      expect(await store().cardBook.findByRef('stranger')).toBeNull();
    });

    it('has no place for an attempt whose outcome is unknown', async () => {
      await commitAlert(store(), 1);
      await underWay(store(), 'ref');
      expect(await store().cardBook.findByRef('ref')).toMatchObject({ posted: null, isLive: true });
    });

    it('keeps the first place at which an attempt was found', async () => {
      await commitAlert(store(), 1);
      await underWay(store(), 'ref');
      await store().cardBook.adopt('ref', messageNamed('m1'), store().clock.now);
      await store().cardBook.adopt('ref', messageNamed('elsewhere'), store().clock.now);
      expect((await store().cardBook.findByRef('ref'))?.posted).toEqual(messageNamed('m1'));
    });

    it('takes back the twin when an earlier attempt turns out to stand as well', async () => {
      await postTwice();
      await store().cardBook.adopt('first', messageNamed('m1'), store().clock.now);
      await store().cardBook.adopt('first', messageNamed('m1'), store().clock.now);
      const twin = await store().cardBook.findByRef('first');
      expect(twin).toMatchObject({ posted: messageNamed('m1'), isLive: false });
      expect((await store().cardBook.findByRef('second'))?.isLive).toBe(true);
      const [retract, ...more] = await claimAll(store());
      expect(more).toEqual([]);
      expect(retract).toMatchObject({ kind: 'retract', posted: messageNamed('m1') });
    });

    it('takes back a repeat that lands after the first attempt was recognised', async () => {
      const { cardOutbox, clock } = store();
      await commitAlert(store(), 1);
      const lost = { is: 'unknown', resendAt: clock.now, code: 'timedOut' } as const;
      await cardOutbox.settle(await underWay(store(), 'first'), lost, clock.now);
      await cardOutbox.recover(clock.now, false);
      const repeat = await underWay(store(), 'second');
      await store().cardBook.adopt('first', messageNamed('m1'), clock.now);
      await cardOutbox.settle(repeat, { is: 'sent', posted: messageNamed('m2') }, clock.now);
      const [retract] = await claimAll(store());
      expect(retract).toMatchObject({ kind: 'retract', posted: messageNamed('m2') });
      expect((await store().cardBook.findByRef('first'))?.isLive).toBe(true);
    });

    it.each(['sent', 'gone'] as const)('asks once to take a twin back, and is done when that is %s', async (is) => {
      await postTwice();
      const { cardOutbox, clock } = store();
      await store().cardBook.adopt('first', messageNamed('m1'), clock.now);
      const retract = await underWay(store());
      await cardOutbox.settle(retract, is === 'sent' ? { is, posted: null } : { is }, clock.now);
      await store().cardBook.adopt('first', messageNamed('m1'), clock.now);
      expect((await cardOutbox.state()).depth).toBe(0);
      expect((await store().cardBook.findByRef('second'))?.isLive).toBe(true);
    });

    it('asks for a card where none stands, once, and says when one does', async () => {
      await commitAlert(store(), 1);
      const { cardBook, clock } = store();
      expect(await cardBook.requestPost(1000, OTHER_CHANNEL, clock.now)).toBe('queued');
      expect(await cardBook.requestPost(1000, OTHER_CHANNEL, clock.now)).toBe('queued');
      const sends = await claimAll(store());
      expect(sends.map((send) => send.channel).sort()).toEqual([OTHER_CHANNEL, CHANNEL].sort());
      for (const send of sends) await store().cardOutbox.markSending(send, `ref ${send.channel}`, clock.now);
      for (const send of sends) {
        await store().cardOutbox.settle(send, { is: 'sent', posted: messageNamed(send.channel) }, clock.now);
      }
      expect(await cardBook.requestPost(1000, OTHER_CHANNEL, clock.now)).toBe('exists');
    });

    it('posts a deleted card anew when a person asks for it', async () => {
      const alert = await commitAndPost(store(), 1, 'ref');
      const { cardOutbox, clock } = store();
      await store().alertLog.commit({ decisions: [decidedAgain(alert, changed(alert, { status: 'resolved' }))] });
      await cardOutbox.settle(await underWay(store()), { is: 'gone' }, clock.now);
      expect(await store().cardBook.requestPost(1000, CHANNEL, clock.now)).toBe('queued');
      const [post] = await claimAll(store());
      expect(post).toMatchObject({ kind: 'post', possibleRepeat: false });
    });
  });
}
