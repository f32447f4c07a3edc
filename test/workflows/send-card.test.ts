// One send: what is drawn, what is marked before the socket is touched, and how each answer of Teams is settled.
import { BotError } from '../../src/domain/errors';
import { MAX_SEND_ATTEMPTS } from '../../src/domain/delivery';
import { Untrusted } from '../../src/domain/untrusted';
import type { Drawing } from '../../src/ports/card-poster';
import { SUSPENDED_RECHECK_MS } from '../../src/workflows/send-card';
import { alertId, anAlert, changed } from '../builders/alert';
import { aConversation, CHANNEL, OTHER_CHANNEL, TEAM } from '../builders/click';
import { afterStart, HOUR, SECOND, START_MS } from '../builders/instants';
import { ANALYST, GUEST, INVESTIGATOR, mriOf, rosterMember, WITHOUT_ROLE } from '../builders/people';
import { createRig, RESEND_AFTER_MS, see, sendAllDue, senderOf, subscribe, type WorkflowRig } from './workflow-rig';

const fault = (
  ...[code, more]: [ConstructorParameters<typeof BotError>[0], { detail?: string; retryAfterMs?: number }?]
) => new BotError(code, { from: 'connector', ...more });

async function rigWithAlert(overrides: Parameters<typeof anAlert>[0] = {}) {
  const rig = createRig();
  await subscribe(rig);
  const stored = await see(rig, anAlert(overrides));
  return { rig, stored };
}

const sendOf = (rig: WorkflowRig, kind: string) => rig.state.sends.find((send) => send.kind === kind);
const stateOf = (rig: WorkflowRig, kind = 'post') => sendOf(rig, kind)?.state;

function alertDrawing(drawing: Drawing | null | undefined) {
  if (drawing?.kind !== 'alert') throw new Error('no alert was drawn');
  return drawing;
}

describe('a post', () => {
  it('shows what everyone in the channel may see, and becomes the card of the alert there', async () => {
    const { rig, stored } = await rigWithAlert();
    rig.clock.jumpTo(START_MS + 4 * SECOND);
    await sendAllDue(rig);
    const [message] = rig.cardPoster.written;
    const drawing = alertDrawing(message?.drawing);
    expect(message).toMatchObject({ did: 'post', channel: CHANNEL });
    expect(drawing).toMatchObject({ tier: 'full', possibleRepeat: false, view: { number: 1000, alias: stored.alias } });
    expect(JSON.stringify(drawing)).not.toMatch(/mira|holt|removable/i);
    expect(await rig.cardBook.findByRef(drawing.cardRef)).toMatchObject({ posted: message?.where, isLive: true });
    expect(rig.metrics.posted).toEqual([4]);
  });

  it('refreshes by itself for members who may see details, and for no guest', async () => {
    const { rig } = await rigWithAlert();
    const guest = rosterMember(GUEST, { isGuest: true });
    rig.analystDirectory.setRoles(GUEST, ['analyst']);
    const staff = [rosterMember(ANALYST), rosterMember(WITHOUT_ROLE), rosterMember(INVESTIGATOR)];
    rig.channelRoster.fill(CHANNEL, staff);
    await sendAllDue(rig);
    const allowed = [mriOf(ANALYST), mriOf(INVESTIGATOR)];
    expect(alertDrawing(rig.cardPoster.written[0]?.drawing).refreshFor).toEqual(allowed);
    expect(await rig.audience.refreshFor([guest, ...staff])).toEqual(allowed);
  });

  it('is marked with a reference of its own before Teams is asked', async () => {
    const { rig } = await rigWithAlert();
    let seen: unknown = null;
    const post = rig.cardPoster.post.bind(rig.cardPoster);
    rig.cardPoster.post = (channel, drawing) => {
      seen = { state: stateOf(rig), refs: rig.state.attempts.map((attempt) => attempt.cardRef) };
      return post(channel, drawing);
    };
    await sendAllDue(rig);
    expect(seen).toEqual({ state: 'sending', refs: [alertDrawing(rig.cardPoster.written[0]?.drawing).cardRef] });
  });

  it('is not made when the claim was lost meanwhile', async () => {
    const { rig } = await rigWithAlert();
    const send = await rig.cardOutbox.claim([], rig.clock.now());
    rig.clock.jumpTo(START_MS + HOUR);
    if (send) await senderOf(rig).send(send);
    expect(rig.cardPoster.written).toEqual([]);
  });

  it('is given up, and said so, where the app is no longer installed', async () => {
    const { rig } = await rigWithAlert();
    const send = await rig.cardOutbox.claim([], rig.clock.now());
    await rig.conversationBook.forget({ teamId: TEAM }, rig.clock.now());
    if (send) await senderOf(rig).send(send);
    expect(stateOf(rig)).toBe('dead');
    expect(rig.logger.at('error')).toEqual([
      expect.objectContaining({ fields: expect.objectContaining({ code: 'notInstalled' }) }),
    ]);
  });

  it('goes out without automatic refresh when role holders cannot be listed', async () => {
    const { rig } = await rigWithAlert();
    rig.analystDirectory.down = new BotError('timedOut', { from: 'graph' });
    await sendAllDue(rig);
    expect(alertDrawing(rig.cardPoster.written[0]?.drawing).refreshFor).toEqual([]);
  });
});

describe('an answer that was lost', () => {
  it.each(['timedOut', 'unavailable', 'garbage'] as const)(
    'leaves a post unknown until it had time to be recognised, then repeats it once, marked: %s',
    async (code) => {
      const { rig } = await rigWithAlert();
      rig.cardPoster.loseNextAnswer(fault(code));
      await sendAllDue(rig);
      expect(sendOf(rig, 'post')).toMatchObject({ state: 'unknown', resendAt: START_MS + RESEND_AFTER_MS });
      rig.clock.jumpTo(START_MS + RESEND_AFTER_MS - 1);
      await rig.cardOutbox.recover(rig.clock.now(), false);
      await sendAllDue(rig);
      expect(rig.cardPoster.written).toHaveLength(1);
      rig.clock.jumpTo(START_MS + RESEND_AFTER_MS);
      await rig.cardOutbox.recover(rig.clock.now(), false);
      await sendAllDue(rig);
      const [first, second] = rig.cardPoster.written.map((message) => alertDrawing(message.drawing));
      expect(second?.possibleRepeat).toBe(true);
      expect(second?.cardRef).not.toBe(first?.cardRef);
      expect(rig.metrics.posted).toHaveLength(1);
    },
  );

  it('of an update is simply asked for again', async () => {
    const { rig } = await rigWithAlert();
    await sendAllDue(rig);
    await see(rig, changed(anAlert(), { status: 'inProgress', lastUpdateDateTime: afterStart(0) }));
    rig.cardPoster.loseNextAnswer(fault('unavailable'));
    await sendAllDue(rig);
    expect(stateOf(rig, 'update')).toBe('queued');
    await rig.clock.advance(HOUR);
    await sendAllDue(rig);
    expect(rig.cardPoster.written.map((message) => message.did)).toEqual(['post', 'update', 'update']);
    expect(rig.metrics.updated).toBe(1);
  });

  it('of a reply is let be: better none than two', async () => {
    const { rig } = await rigWithAlert({ severity: 'low' });
    await sendAllDue(rig);
    await see(rig, changed(anAlert({ severity: 'low' }), { severity: 'high', lastUpdateDateTime: afterStart(0) }));
    rig.cardPoster.failNext(null, fault('timedOut'));
    await sendAllDue(rig);
    expect(sendOf(rig, 'reply')).toMatchObject({ state: 'unknown', resendAt: null });
    rig.clock.jumpTo(START_MS + HOUR);
    await rig.cardOutbox.recover(rig.clock.now(), false);
    await sendAllDue(rig);
    expect(rig.cardPoster.written.filter((message) => message.did === 'reply')).toEqual([]);
  });
});

describe('a refusal', () => {
  it('for haste holds the channel as long as Teams asked, and no other', async () => {
    const { rig } = await rigWithAlert();
    await subscribe(rig, OTHER_CHANNEL);
    await see(rig, anAlert({ id: alertId(2) }));
    rig.cardPoster.failNext(fault('throttled', { retryAfterMs: 7 * SECOND }));
    await sendAllDue(rig);
    expect(rig.cardPoster.written.map((message) => message.channel)).toEqual([OTHER_CHANNEL]);
    expect(rig.pacer.freeAt(CHANNEL, START_MS)).toBeGreaterThanOrEqual(START_MS + 7 * SECOND);
    rig.clock.jumpTo(START_MS + 8 * SECOND);
    await sendAllDue(rig);
    expect(rig.cardPoster.written.filter((message) => message.channel === CHANNEL)).toHaveLength(2);
  });

  it('for a conflict is tried once more, and is then unknown', async () => {
    const { rig } = await rigWithAlert();
    rig.cardPoster.failNext(fault('conflict'), fault('conflict'));
    await sendAllDue(rig);
    expect(sendOf(rig, 'post')).toMatchObject({ state: 'queued', conflicts: 1 });
    rig.clock.jumpTo(START_MS + HOUR);
    await sendAllDue(rig);
    expect(stateOf(rig)).toBe('unknown');
  });

  it.each(['tooLarge', 'badRequest'] as const)(
    'for size or form makes the card smaller, tier by tier: %s',
    async (code) => {
      const { rig } = await rigWithAlert();
      const tiers: string[] = [];
      const post = rig.cardPoster.post.bind(rig.cardPoster);
      rig.cardPoster.post = (channel, drawing) => {
        if (drawing.kind === 'alert') tiers.push(drawing.tier);
        return post(channel, drawing);
      };
      rig.cardPoster.failNext(fault(code), fault(code));
      await sendAllDue(rig);
      expect(tiers).toEqual(['full', 'compact', 'text']);
      expect(stateOf(rig)).toBe('sent');
    },
  );

  it('of every size is a dead letter that is said aloud', async () => {
    const { rig } = await rigWithAlert();
    rig.cardPoster.failNext(fault('tooLarge'), fault('tooLarge'), fault('tooLarge'));
    await sendAllDue(rig);
    expect(stateOf(rig)).toBe('dead');
    expect(rig.logger.at('error')).toEqual([
      {
        level: 'error',
        event: 'a send was given up',
        fields: { alertNumber: 1000, sendKind: 'post', code: 'tooLarge' },
      },
    ]);
  });

  it('of an update because the message is gone ends the card, and no other channel is touched', async () => {
    const { rig } = await rigWithAlert();
    await sendAllDue(rig);
    await see(rig, changed(anAlert(), { status: 'inProgress', lastUpdateDateTime: afterStart(0) }));
    rig.cardPoster.failNext(fault('notFound', { detail: 'ActivityNotFoundInConversation' }));
    await sendAllDue(rig);
    expect(rig.state.cards[0]?.gone).toBe(true);
    await see(rig, changed(anAlert(), { status: 'resolved', lastUpdateDateTime: afterStart(SECOND) }));
    await sendAllDue(rig);
    expect(rig.cardPoster.written.map((message) => message.did)).toEqual(['post']);
  });

  it('for want of a connection is tried again and again, each time later', async () => {
    const { rig } = await rigWithAlert();
    for (let attempt = 1; attempt <= MAX_SEND_ATTEMPTS + 3; attempt += 1) {
      rig.cardPoster.failNext(fault('notConnected'));
      await sendAllDue(rig);
      expect(stateOf(rig)).toBe('queued');
      rig.clock.jumpTo(rig.clock.now() + HOUR);
    }
    await sendAllDue(rig);
    expect(stateOf(rig)).toBe('sent');
  });
});

describe('a channel that refuses the bot', () => {
  it.each([
    ['BotNotInConversationRoster', 'forbidden'],
    ['BotDisabledByAdmin', 'forbidden'],
    ['ConversationNotFound', 'notFound'],
  ] as const)('rests, its cards go to the fallback channel, and a human is told: %s', async (detail, code) => {
    const { rig } = await rigWithAlert();
    await rig.conversationBook.remember(aConversation(OTHER_CHANNEL), START_MS);
    rig.cardPoster.failNext(fault(code, { detail }));
    await sendAllDue(rig, { fallbackChannel: OTHER_CHANNEL });
    expect(sendOf(rig, 'post')).toMatchObject({ state: 'withheld', notBefore: START_MS + SUSPENDED_RECHECK_MS });
    expect(rig.cardPoster.written.map((message) => message.channel)).toEqual([OTHER_CHANNEL]);
    expect(rig.pacer.blocked(START_MS + SUSPENDED_RECHECK_MS - 1)).toContain(CHANNEL);
    expect(rig.logger.at('error')).toHaveLength(1);
    rig.clock.jumpTo(START_MS + SUSPENDED_RECHECK_MS);
    await sendAllDue(rig, { fallbackChannel: OTHER_CHANNEL });
    expect(rig.cardPoster.written.map((message) => message.channel)).toEqual([OTHER_CHANNEL, CHANNEL]);
  });
});

describe('a digest', () => {
  it('lists its alerts as the channel may see them, in one card', async () => {
    const { rig } = await rigWithAlert({ assignedTo: Untrusted.of('ilse.brandt@fabrikam.example') });
    await sendAllDue(rig);
    await rig.cardBook.requestDigest(CHANNEL, [1000, 4711], 2, START_MS);
    await sendAllDue(rig);
    const drawing = rig.cardPoster.written[1]?.drawing;
    expect(drawing).toMatchObject({ kind: 'digest', view: { alerts: [{ number: 1000 }], alreadyResolved: 2 } });
    expect(JSON.stringify(drawing)).not.toMatch(/mira|holt/i);
  });
});

describe('a second post that proves to be a twin', () => {
  it('is taken back', async () => {
    const { rig } = await rigWithAlert();
    rig.cardPoster.loseNextAnswer(fault('timedOut'));
    await sendAllDue(rig);
    const first = rig.cardPoster.written[0];
    rig.clock.jumpTo(START_MS + RESEND_AFTER_MS);
    await rig.cardOutbox.recover(rig.clock.now(), false);
    await sendAllDue(rig);
    const { cardRef } = alertDrawing(first?.drawing);
    if (first) await rig.cardBook.adopt(cardRef, first.where, rig.clock.now());
    await sendAllDue(rig);
    expect(rig.cardPoster.written.at(-1)).toMatchObject({ did: 'retract', where: first?.where });
    expect(await rig.cardBook.findByRef(cardRef)).toMatchObject({ isLive: false });
  });
});
