// A press counts only on a card of ours, in the message where it stands: everything else gets one answer.
import { adoptable, createClickRig, said, COMPLETE, CHANGING_VERBS } from './click-rig';
import { aConversation, CHANNEL, IN_PERSONAL_CHAT, OTHER_CHANNEL, placeIn } from '../builders/click';
import { ANALYST, WITHOUT_ROLE } from '../builders/people';
import type { Click } from '../../src/workflows/click';
import { LATER_VERBS } from '../../src/domain/verbs';

describe('a card that is none of ours', () => {
  const cases: [string, Partial<Click>, string][] = [
    ['a made-up reference', { cardRef: 'Zm9yZ2VkLXJlZmVyZW5jZQ' }, 'cardUnknown'],
    ['no reference', { cardRef: null }, 'malformed'],
    ['keys that no card of ours sends', { wellFormed: false }, 'malformed'],
    ['another channel', { place: placeIn(OTHER_CHANNEL) }, 'wrongPlace'],
    ['a personal chat', { place: IN_PERSONAL_CHAT }, 'wrongPlace'],
    ['no message', { cardActivityId: null }, 'wrongPlace'],
    ['another message of the channel', { cardActivityId: '1700000000001' }, 'wrongMessage'],
  ];

  it.each(cases)('by %s is no longer valid, for every verb, and is written down', async (_what, overrides, reason) => {
    for (const verb of [...CHANGING_VERBS, 'alert.resolveForm', 'alert.refresh']) {
      const { rig, press, audit, writes } = await createClickRig();
      const answer = await press(ANALYST, verb, { ...COMPLETE[verb], ...overrides });
      expect(answer).toEqual({ show: 'message', saying: { code: 'cardNoLongerValid' } });
      expect(audit()).toEqual([`${verb} refused ${reason}`]);
      expect(rig.alertSource.reads).toBe(0);
      expect(writes()).toBe(0);
    }
  });

  it('tells somebody without a role nothing else than an analyst', async () => {
    const { press } = await createClickRig();
    const forged = { cardRef: 'Zm9yZ2Vk' };
    expect(await press(WITHOUT_ROLE, 'alert.start', forged)).toEqual(await press(ANALYST, 'alert.start', forged));
  });

  it('is written down by its reference, since no alert is known', async () => {
    const { rig, press } = await createClickRig();
    await press(ANALYST, 'alert.start', { cardRef: 'Zm9yZ2Vk' });
    expect(rig.auditTrail.entries[0]).toMatchObject({ alertNumber: null, cardRef: 'Zm9yZ2Vk' });
  });
});

describe('a verb', () => {
  it.each(['alert.delete', 'ALERT.START', 'alert.start ', '', 'constructor', '__proto__', 'toString'])(
    'that nobody defined is refused and written down without its text: %j',
    async (verb) => {
      const { press, audit, writes } = await createClickRig();
      expect(said(await press(ANALYST, verb))).toBe('verbUnknown');
      expect(audit()).toEqual(['unknownVerb refused verbUnknown']);
      expect(writes()).toBe(0);
    },
  );

  it.each(LATER_VERBS)('of a later version is answered as not available: %s', async (verb) => {
    const { press, writes } = await createClickRig();
    expect(said(await press(ANALYST, verb))).toBe('notAvailableYet');
    expect(writes()).toBe(0);
  });
});

describe('a card whose post had no known outcome', () => {
  it('is recognised by the first press on it, which also works', async () => {
    const { rig, cardRef, where, press } = await adoptable();
    expect(said(await press(ANALYST, 'alert.start'))).toBe('card');
    expect(await rig.cardBook.findByRef(cardRef)).toMatchObject({ posted: where, isLive: true });
    expect(rig.state.sends.filter((send) => send.kind === 'post').map((send) => send.state)).toEqual(['sent']);
  });

  it('is recognised by an automatic refresh of somebody who may see nothing more', async () => {
    const { rig, cardRef, where, press } = await adoptable();
    expect(said(await press(WITHOUT_ROLE, 'alert.refresh', { automatic: true }))).toBe('card');
    expect(await rig.cardBook.findByRef(cardRef)).toMatchObject({ posted: where });
  });

  it('belongs to that message from then on', async () => {
    const { press, writes } = await adoptable();
    await press(ANALYST, 'alert.refresh');
    expect(said(await press(ANALYST, 'alert.start', { cardActivityId: '1700000000001' }))).toBe('cardNoLongerValid');
    expect(writes()).toBe(0);
  });

  it('is not recognised from another channel', async () => {
    const { rig, cardRef, press } = await adoptable();
    await rig.conversationBook.remember(aConversation(OTHER_CHANNEL), rig.clock.now());
    expect(said(await press(ANALYST, 'alert.start', { place: placeIn(OTHER_CHANNEL) }))).toBe('cardNoLongerValid');
    expect(await rig.cardBook.findByRef(cardRef)).toMatchObject({ posted: null });
  });

  it('that proves to be a second one is called a repeat, changes nothing and is taken back', async () => {
    const { rig, cardRef, press, writes } = await adoptable({ resent: true });
    expect(said(await press(ANALYST, 'alert.start'))).toBe('repeatCard');
    expect(await rig.cardBook.findByRef(cardRef)).toMatchObject({ isLive: false });
    expect(rig.state.sends.filter((send) => send.kind === 'retract')).toMatchObject([{ channel: CHANNEL }]);
    expect(said(await press(ANALYST, 'alert.refresh'))).toBe('repeatCard');
    expect(writes()).toBe(0);
  });
});
