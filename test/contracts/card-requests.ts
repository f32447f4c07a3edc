// What a commit of alerts promises to cause in the outbox: posts, redraws, replies, and none of them twice.
import { alertId, anAlert, changed } from '../builders/alert';
import { MINUTE } from '../builders/instants';
import {
  CHANNEL,
  OTHER_CHANNEL,
  claimAll,
  claimed,
  commitAlert,
  commitAndPost,
  decided,
  decidedAgain,
  deliver,
  messageNamed,
  underWay,
} from './decisions';
import { eachTest, type StoreKind } from './store-under-test';

const FORM_WAIT_MS = MINUTE;

export function describeCardRequestsContract({ name, make }: StoreKind): void {
  describe(`sends that a commit causes, ${name}`, () => {
    const store = eachTest(make);
    const depth = async () => (await store().cardOutbox.state()).depth;

    it('posts one card to each channel, and no second one when the channel is wanted again', async () => {
      const before = await commitAlert(store(), 1, {}, { postTo: [CHANNEL, OTHER_CHANNEL, CHANNEL] });
      const after = changed(before, { status: 'inProgress' });
      const again = decidedAgain(before, after, { postTo: [CHANNEL, OTHER_CHANNEL] });
      await store().alertLog.commit({ decisions: [again] });
      const sends = await claimAll(store());
      expect(sends.map(({ kind, channel }) => [kind, channel])).toEqual([
        ['post', CHANNEL],
        ['post', OTHER_CHANNEL],
      ]);
    });

    it('names the severest first, and one whose severity is not given among them', async () => {
      const severities = ['low', 'high', 'medium', null, 'informational'] as const;
      for (const [seed, severity] of severities.entries()) await commitAlert(store(), seed, { severity });
      const sends = await claimAll(store());
      expect(sends.map((send) => send.alertNumber)).toEqual([1001, 1003, 1002, 1000, 1004]);
    });

    it('redraws, when asked, every card that stands, once, and none of another alert', async () => {
      await commitAndPost(store(), 1, 'ref');
      await commitAndPost(store(), 2, 'other');
      await store().cardRedraws.request([1000, 1000, 4711]);
      await store().cardRedraws.request([1000]);
      const [redraw, ...more] = await claimAll(store());
      expect(more).toEqual([]);
      expect(redraw).toMatchObject({ kind: 'update', cardRef: 'ref', alertNumber: 1000 });
    });

    it('redraws a card that stands once, however many changes came meanwhile', async () => {
      const first = await commitAndPost(store(), 1, 'ref');
      const second = changed(first, { status: 'inProgress' });
      const third = changed(second, { status: 'resolved' });
      await store().alertLog.commit({ decisions: [decidedAgain(first, second)] });
      await store().alertLog.commit({ decisions: [decidedAgain(second, third)] });
      const [redraw, ...more] = await claimAll(store());
      expect(more).toEqual([]);
      expect(redraw).toMatchObject({
        kind: 'update',
        cardRef: 'ref',
        posted: messageNamed('of ref'),
        alertNumber: 1000,
      });
    });

    it('queues a further redraw when one is under way already', async () => {
      const first = await commitAndPost(store(), 1, 'ref');
      const second = changed(first, { status: 'inProgress' });
      await store().alertLog.commit({ decisions: [decidedAgain(first, second)] });
      const send = await underWay(store());
      await store().alertLog.commit({ decisions: [decidedAgain(second, changed(second, { status: 'resolved' }))] });
      expect(await claimAll(store())).toEqual([]);
      await store().cardOutbox.settle(send, { is: 'sent', posted: null }, store().clock.now);
      expect((await claimed(store())).kind).toBe('update');
    });

    it('redraws nothing that was not drawn yet', async () => {
      const first = await commitAlert(store(), 1);
      await store().alertLog.commit({ decisions: [decidedAgain(first, changed(first, { status: 'inProgress' }))] });
      expect(await depth()).toBe(1);
    });

    it.each(['claimed', 'sending', 'unknown'] as const)(
      'redraws a card whose post was %s once it stands',
      async (state) => {
        const first = await commitAlert(store(), 1);
        const send = state === 'claimed' ? await claimed(store()) : await underWay(store(), 'ref');
        const { now } = store().clock;
        if (state === 'unknown') {
          await store().cardOutbox.settle(send, { is: 'unknown', resendAt: now + 1, code: 'timedOut' }, now);
        }
        await store().alertLog.commit({ decisions: [decidedAgain(first, changed(first, { status: 'inProgress' }))] });
        expect(await claimAll(store())).toEqual([]);
        if (state === 'claimed') await store().cardOutbox.markSending(send, 'ref', now);
        await store().cardBook.adopt('ref', messageNamed('m1'), now);
        if (state !== 'unknown') await store().cardOutbox.settle(send, { is: 'sent', posted: messageNamed('m1') }, now);
        expect((await claimAll(store())).map(({ kind }) => kind)).toEqual(['update']);
      },
    );

    it('redraws nothing after a post that had to be sent again: it shows the news already', async () => {
      const first = await commitAlert(store(), 1);
      const send = await underWay(store(), 'ref');
      await store().alertLog.commit({ decisions: [decidedAgain(first, changed(first, { status: 'inProgress' }))] });
      const { now } = store().clock;
      const again = { is: 'retry', notBefore: now, tier: 'full', conflicts: 0, code: 'throttled' } as const;
      await store().cardOutbox.settle(send, again, now);
      await deliver(store(), 'ref two');
      expect(await claimAll(store())).toEqual([]);
    });

    it('lets a redraw that may wait leave an open form alone for a minute', async () => {
      const first = await commitAndPost(store(), 1, 'ref');
      const card = await store().cardBook.findByRef('ref');
      await store().openForms.open(card?.cardId ?? 0, 'someone', { form: 'comment' }, store().clock.now + 5 * MINUTE);
      const second = changed(first, { classification: 'truePositive' });
      await store().alertLog.commit({ decisions: [decidedAgain(first, second, { redraw: 'mayWait' })] });
      expect(await claimAll(store())).toEqual([]);
      store().clock.now += FORM_WAIT_MS;
      expect((await claimAll(store())).map(({ kind }) => kind)).toEqual(['update']);
    });

    it('brings a waiting redraw forward when news may not wait', async () => {
      const first = await commitAndPost(store(), 1, 'ref');
      const card = await store().cardBook.findByRef('ref');
      await store().openForms.open(card?.cardId ?? 0, 'someone', { form: 'comment' }, store().clock.now + 5 * MINUTE);
      const second = changed(first, { classification: 'truePositive' });
      await store().alertLog.commit({ decisions: [decidedAgain(first, second, { redraw: 'mayWait' })] });
      await store().alertLog.commit({ decisions: [decidedAgain(second, changed(second, { status: 'resolved' }))] });
      expect((await claimAll(store())).map(({ kind }) => kind)).toEqual(['update']);
    });

    it('does not bring a redraw forward that the service asked to wait', async () => {
      const first = await commitAndPost(store(), 1, 'ref');
      const second = changed(first, { status: 'inProgress' });
      await store().alertLog.commit({ decisions: [decidedAgain(first, second)] });
      const { now } = store().clock;
      const wait = { is: 'retry', notBefore: now + MINUTE, tier: 'full', conflicts: 0, code: 'throttled' } as const;
      await store().cardOutbox.settle(await underWay(store()), wait, now);
      await store().alertLog.commit({ decisions: [decidedAgain(second, changed(second, { status: 'resolved' }))] });
      expect(await claimAll(store())).toEqual([]);
      store().clock.now += MINUTE;
      expect(await claimAll(store())).toHaveLength(1);
    });

    it('tells a severity rise once in the thread of each card that stood before', async () => {
      const before = await commitAlert(store(), 1, { severity: 'low' }, { postTo: [CHANNEL] });
      await deliver(store(), 'ref');
      const rise = decidedAgain(before, changed(before, { severity: 'high' }), {
        redraw: 'no',
        postTo: [OTHER_CHANNEL],
      });
      await store().alertLog.commit({ decisions: [rise] });
      await store().alertLog.commit({ decisions: [rise] });
      const sends = await claimAll(store());
      expect(sends.map(({ kind, channel, severity }) => [kind, channel, severity])).toEqual([
        ['reply', CHANNEL, 'high'],
        ['post', OTHER_CHANNEL, null],
      ]);
    });

    it('tells a second rise to the same severity again', async () => {
      const low = await commitAlert(store(), 1, { severity: 'low' });
      await deliver(store(), 'ref');
      const steps = (['high', 'low', 'high'] as const).map((severity, step) => ({ severity, commentCount: step }));
      let before = low;
      for (const step of steps) {
        const after = changed(before, step);
        await store().alertLog.commit({ decisions: [decidedAgain(before, after, { redraw: 'no' })] });
        before = after;
      }
      const { now } = store().clock;
      for (let reply = 0; reply < 2; reply += 1) {
        const send = await underWay(store());
        expect(send.kind).toBe('reply');
        await store().cardOutbox.settle(send, { is: 'sent', posted: messageNamed('reply') }, now);
      }
      expect(await depth()).toBe(0);
    });

    it('redraws the cards of an alert that Graph no longer knows', async () => {
      const alert = await commitAndPost(store(), 1, 'ref');
      await store().alertLog.commit({ decisions: [], gone: [alert.id] });
      await store().alertLog.commit({ decisions: [], gone: [alert.id] });
      expect((await claimAll(store())).map(({ kind }) => kind)).toEqual(['update']);
    });

    it('asks anew for a card whose post was given up, and never for one that a person deleted', async () => {
      const first = await commitAlert(store(), 1);
      const { now } = store().clock;
      await store().cardOutbox.settle(await underWay(store(), 'ref'), { is: 'dead', code: 'tooLarge' }, now);
      const second = changed(first, { status: 'inProgress' });
      await store().alertLog.commit({ decisions: [decidedAgain(first, second, { postTo: [CHANNEL] })] });
      await deliver(store(), 'ref two');
      const third = changed(second, { status: 'resolved' });
      await store().alertLog.commit({ decisions: [decidedAgain(second, third)] });
      await store().cardOutbox.settle(await underWay(store()), { is: 'gone' }, now);
      const fourth = changed(third, { status: 'new' });
      await store().alertLog.commit({ decisions: [decidedAgain(third, fourth, { postTo: [CHANNEL] })] });
      expect(await depth()).toBe(0);
    });

    it('takes many alerts in one commit', async () => {
      const alerts = Array.from({ length: 1_200 }, (_, seed) => anAlert({ id: alertId(seed), commentCount: seed }));
      await store().alertLog.commit({ decisions: alerts.map((alert) => decided(alert)) });
      const after = alerts.map((alert) => changed(alert, { status: 'inProgress' }));
      const again = after.map((alert, index) => decidedAgain(alerts[index] ?? alert, alert));
      const result = await store().alertLog.commit({ decisions: again });
      expect(result.changed).toBe(1_200);
      expect(await depth()).toBe(1_200);
    });
  });
}
