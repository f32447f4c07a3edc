// What every keeper of channels' standings promises: a change is told and takes effect once, over restarts and replicas.
import type { SeenChannel } from '../../src/ports/channel-safety-book';
import type { UnsafeReason } from '../../src/domain/channel-safety';
import { changed } from '../builders/alert';
import { aConversation } from '../builders/click';
import { ADMIN } from '../builders/people';
import {
  CHANNEL,
  claimAll,
  claimed,
  commitAlert,
  commitAndPost,
  decidedAgain,
  deliver,
  OTHER_CHANNEL,
  underWay,
} from './decisions';
import { eachTest, type StoreKind } from './store-under-test';

const ADMIN_ID = ADMIN.objectId ?? '';
const RETRY_MS = 60_000;
const seen = (reasons: UnsafeReason[], more: Partial<SeenChannel> = {}): SeenChannel => ({
  reasons,
  tell: true,
  ...more,
});

export function describeChannelSafetyContract({ name, make }: StoreKind): void {
  describe(`channel safety, ${name}`, () => {
    const store = eachTest(make);
    const book = () => store().channelSafetyBook;
    const now = () => store().clock.now;
    const record = (reasons: UnsafeReason[], more: Partial<SeenChannel> = {}) =>
      book().record(CHANNEL, seen(reasons, more), now());
    const notices = () => store().safetyNotices.take(now(), RETRY_MS);
    const subscribed = async (channel = CHANNEL) => {
      await store().conversationBook.remember(aConversation(channel), now());
      await store().conversationBook.subscribe(channel, { severity: [], policy: null }, ADMIN_ID, now());
    };

    it('knows nothing of a channel that nobody looked at', async () => {
      expect(await book().find(CHANNEL)).toBeNull();
      expect(await record([])).toBe(false);
      expect(await book().find(CHANNEL)).toBeNull();
    });

    it('keeps what was seen last, and says when that made the channel safe or unsafe', async () => {
      expect(await record([], { approvedMembers: 12 })).toBe(false);
      expect(await record(['guests'])).toBe(true);
      expect(await record(['guests', 'shared'], { isShared: true })).toBe(false);
      expect(await record(['guests', 'shared'])).toBe(false);
      expect(await book().find(CHANNEL)).toEqual({
        reasons: ['guests', 'shared'],
        isShared: true,
        approvedMembers: 12,
      });
      expect(await record([], { isShared: false, approvedMembers: 40 })).toBe(true);
      expect(await book().find(CHANNEL)).toEqual({ reasons: [], isShared: false, approvedMembers: 40 });
      expect(await book().find(OTHER_CHANNEL)).toBeNull();
    });

    it('says so to one of many who see the same change at one moment', async () => {
      const changes = await Promise.all(Array.from({ length: 8 }, () => record(['guests'])));
      expect(changes.filter((change) => change)).toHaveLength(1);
      expect(await notices()).toHaveLength(1);
    });

    it('watches what is subscribed and what was unsafe, as long as the app is there', async () => {
      const chat = aConversation('a:1', { personObjectId: ADMIN_ID });
      await store().conversationBook.remember(chat, now());
      await subscribed();
      await store().conversationBook.remember(aConversation(OTHER_CHANNEL), now());
      await store().conversationBook.remember(aConversation('19:quiet@thread.tacv2'), now());
      await book().record(OTHER_CHANNEL, seen(['shared']), now());
      const { teamId } = aConversation(CHANNEL);
      expect(await book().watched()).toEqual([
        { channel: OTHER_CHANNEL, teamId, reasons: ['shared'], isShared: false, approvedMembers: null },
        { channel: CHANNEL, teamId, reasons: [], isShared: false, approvedMembers: null },
      ]);
      await store().conversationBook.forget({ channel: CHANNEL }, now());
      expect((await book().watched()).map(({ channel }) => channel)).toEqual([OTHER_CHANNEL]);
    });

    it('has a new reason told to whoever subscribed and to operations, each once', async () => {
      await subscribed();
      await record(['guests']);
      const notice = { channel: CHANNEL, reasons: ['guests'], subscriberObjectId: ADMIN_ID };
      expect(await notices()).toEqual([{ ...notice, untold: ['subscriber', 'operations'] }]);
      await store().safetyNotices.told(CHANNEL, 'subscriber');
      expect(await notices()).toEqual([]);
      store().clock.now += RETRY_MS;
      expect(await notices()).toEqual([{ ...notice, untold: ['operations'] }]);
      await store().safetyNotices.told(CHANNEL, 'operations');
      store().clock.now += RETRY_MS;
      expect(await notices()).toEqual([]);
      await record(['guests']);
      expect(await notices()).toEqual([]);
      await record(['guests', 'otherTenants']);
      expect(await notices()).toMatchObject([{ reasons: ['guests', 'otherTenants'] }]);
    });

    it('has nothing told that is over, that got better or that was said in the conversation', async () => {
      await subscribed();
      await record(['guests']);
      await record([]);
      expect(await notices()).toEqual([]);
      await record(['guests', 'shared'], { tell: false });
      expect(await notices()).toEqual([]);
      await record(['guests']);
      expect(await notices()).toEqual([]);
    });

    it('names no subscriber where nobody has subscribed', async () => {
      await record(['guests']);
      expect(await notices()).toMatchObject([{ channel: CHANNEL, subscriberObjectId: null }]);
    });

    it('redraws the cards that stand there at either change, after every other send, and none elsewhere', async () => {
      await commitAndPost(store(), 1, 'one');
      await commitAndPost(store(), 2, 'two');
      await commitAlert(store(), 3, {}, { postTo: [OTHER_CHANNEL] });
      await deliver(store(), 'three');
      await record(['guests']);
      await record(['guests', 'shared']);
      await commitAlert(store(), 4, { severity: 'informational' });
      const sends = await claimAll(store());
      expect(sends.map(({ kind, alertNumber }) => `${kind} ${alertNumber}`)).toEqual([
        'post 1003',
        'update 1001',
        'update 1000',
      ]);
      for (const send of sends.slice(1)) await store().cardOutbox.settle(send, { is: 'sent', posted: null }, now());
      await record([]);
      expect((await claimAll(store())).map(({ kind }) => kind)).toEqual(['update', 'update']);
    });

    it('leaves a redraw that waits as it is, and a card that was deleted alone', async () => {
      const alert = await commitAndPost(store(), 1, 'one');
      await commitAndPost(store(), 2, 'two');
      await store().alertLog.commit({ decisions: [decidedAgain(alert, changed(alert, { status: 'inProgress' }))] });
      await record(['guests']);
      const [first, second, ...others] = await claimAll(store());
      expect([first?.alertNumber, second?.alertNumber, others]).toEqual([1000, 1001, []]);
      if (second) await store().cardOutbox.settle(second, { is: 'gone' }, now());
      if (first) await store().cardOutbox.settle(first, { is: 'sent', posted: null }, now());
      await record([]);
      expect((await claimAll(store())).map(({ alertNumber }) => alertNumber)).toEqual([1000]);
    });

    it('makes what was held back due once the channel is safe, or when asked to look again', async () => {
      const holdNext = async () => {
        const send = await claimed(store());
        await store().cardOutbox.settle(send, { is: 'withheld', notBefore: now() + 3_600_000 }, now());
      };
      await record(['guests']);
      await commitAlert(store(), 1);
      await holdNext();
      expect(await claimAll(store())).toEqual([]);
      await book().release(OTHER_CHANNEL, now());
      expect(await claimAll(store())).toEqual([]);
      await book().release(CHANNEL, now());
      await holdNext();
      await record([]);
      expect(await claimAll(store())).toMatchObject([{ kind: 'post', alertNumber: 1000 }]);
    });

    it('tells of a card whether its channel is a place for identities', async () => {
      await commitAndPost(store(), 1, 'one');
      expect(await store().cardBook.findByRef('one')).toMatchObject({ isNeutral: false });
      await record(['guests']);
      expect(await store().cardBook.findByRef('one')).toMatchObject({ isNeutral: true });
      await record([]);
      expect(await store().cardBook.findByRef('one')).toMatchObject({ isNeutral: false });
    });

    it('moves a post to another channel, which then has the alert’s card and the first one none', async () => {
      await commitAlert(store(), 1);
      const send = await claimed(store());
      await store().cardOutbox.settle(send, { is: 'moved', to: OTHER_CHANNEL }, now());
      expect((await store().cardOutbox.state()).depth).toBe(1);
      const moved = await underWay(store(), 'moved');
      expect(moved).toMatchObject({ kind: 'post', channel: OTHER_CHANNEL, alertNumber: 1000 });
      await store().cardOutbox.settle(moved, { is: 'sent', posted: { conversationId: 'x', activityId: 'y' } }, now());
      expect(await claimAll(store())).toEqual([]);
      expect(await store().cardBook.requestPost(1000, OTHER_CHANNEL, now())).toBe('exists');
    });

    it('moves no second card to a channel that has one, and the alert’s next news brings one to its own again', async () => {
      await commitAlert(store(), 1, {}, { postTo: [OTHER_CHANNEL] });
      await deliver(store(), 'there');
      const alert = await commitAlert(store(), 2);
      const again = (await store().alertLog.findByNumber(1001))?.number ?? 0;
      await store().cardBook.requestPost(again, OTHER_CHANNEL, now());
      const sends = await claimAll(store());
      for (const send of sends.filter(({ channel }) => channel === CHANNEL)) {
        await store().cardOutbox.settle(send, { is: 'moved', to: OTHER_CHANNEL }, now());
      }
      expect(sends).toHaveLength(2);
      expect(await claimAll(store())).toEqual([]);
      const news = decidedAgain(alert, changed(alert, { status: 'inProgress' }), { postTo: [CHANNEL], redraw: 'no' });
      await store().alertLog.commit({ decisions: [news] });
      expect(await claimAll(store())).toMatchObject([{ kind: 'post', channel: CHANNEL, alertNumber: 1001 }]);
    });

    it('moves a digest as it is', async () => {
      await store().cardBook.requestDigest(CHANNEL, [1000, 1001], 2, now());
      const send = await claimed(store());
      await store().cardOutbox.settle(send, { is: 'moved', to: OTHER_CHANNEL }, now());
      expect(await claimAll(store())).toMatchObject([
        { kind: 'digest', channel: OTHER_CHANNEL, numbers: [1000, 1001], alreadyResolved: 2 },
      ]);
    });
  });
}
