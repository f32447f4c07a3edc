// What is sent to a channel that is no place for alerts: nothing new, or less; nothing lost, nothing twice.
import { BotError } from '../../src/domain/errors';
import { Untrusted } from '../../src/domain/untrusted';
import type { Drawing } from '../../src/ports/card-poster';
import { WITHHELD_RECHECK_MS } from '../../src/workflows/hold-back';
import { alertId, anAlert, changed } from '../builders/alert';
import { aConversation, CHANNEL, OTHER_CHANNEL, PERSONAL_CHAT } from '../builders/click';
import { afterStart, START_MS } from '../builders/instants';
import { ANALYST, GUEST, rosterMember, SUBJECT } from '../builders/people';
import { createRig, see, sendAllDue, subscribe, type WorkflowRig } from './workflow-rig';

const staff = [rosterMember(ANALYST)];
const withGuest = [...staff, rosterMember(GUEST, { isGuest: true })];
const withSubject = [...staff, rosterMember(SUBJECT)];
const FALLBACK = OTHER_CHANNEL;

async function rigWithAlert(overrides: Parameters<typeof anAlert>[0] = {}) {
  const rig = createRig();
  await subscribe(rig);
  await see(rig, anAlert(overrides));
  return rig;
}

/** Somebody joins or leaves, and the event says so. */
async function membersNow(rig: WorkflowRig, members: typeof staff, channel = CHANNEL): Promise<void> {
  rig.channelRoster.fill(channel, members);
  await rig.guard.changed({ channel, teamId: null });
}

const writtenTo = (rig: WorkflowRig) => rig.cardPoster.written.map(({ did, channel }) => `${did} ${channel}`);
const lastDrawn = (rig: WorkflowRig): Drawing => rig.cardPoster.written.at(-1)?.drawing as Drawing;

function expectNeutral(drawing: Drawing): void {
  if (drawing.kind !== 'alert') throw new Error(`a ${drawing.kind} was drawn`);
  const { view, refreshFor } = drawing;
  expect(view).toMatchObject({ neutral: true, alias: null, owner: null, offers: [] });
  expect(refreshFor).toEqual([]);
}

describe('a new card', () => {
  it('waits while the channel is unsafe, and is posted once it is safe again', async () => {
    const rig = await rigWithAlert();
    await membersNow(rig, withGuest);
    await sendAllDue(rig);
    expect(rig.state.sends).toMatchObject([{ state: 'withheld', notBefore: START_MS + WITHHELD_RECHECK_MS }]);
    rig.clock.jumpTo(START_MS + 10 * WITHHELD_RECHECK_MS);
    await sendAllDue(rig);
    expect(rig.cardPoster.written).toEqual([]);
    await membersNow(rig, staff);
    await sendAllDue(rig);
    await sendAllDue(rig);
    expect(writtenTo(rig)).toEqual([`post ${CHANNEL}`]);
    expect(lastDrawn(rig)).toMatchObject({ view: { neutral: false } });
  });

  it('waits though no event told of the guest: every send looks at the roster', async () => {
    const rig = await rigWithAlert();
    rig.channelRoster.fill(CHANNEL, withGuest);
    await sendAllDue(rig);
    expect(rig.cardPoster.written).toEqual([]);
    expect(await rig.safetyNotices.take(START_MS, 1)).toMatchObject([{ channel: CHANNEL, reasons: ['guests'] }]);
  });

  it('is told of by the pause alone, however many cards wait', async () => {
    const rig = await rigWithAlert();
    for (let index = 2; index < 6; index += 1) await see(rig, anAlert({ id: alertId(index) }));
    await membersNow(rig, withGuest);
    await sendAllDue(rig);
    expect(rig.told).toEqual([]);
    expect(await rig.safetyNotices.take(START_MS, 1)).toHaveLength(1);
  });

  it('goes to an unsafe personal chat’s owner as ever: nobody else reads there', async () => {
    const rig = await rigWithAlert();
    rig.state.sends.length = 0;
    await rig.conversationBook.remember(aConversation(PERSONAL_CHAT), START_MS);
    rig.channelRoster.fill(PERSONAL_CHAT, withGuest);
    await rig.cardBook.requestPost(1000, PERSONAL_CHAT, START_MS);
    await sendAllDue(rig);
    expect(writtenTo(rig)).toEqual([`post ${PERSONAL_CHAT}`]);
  });
});

describe('with a fallback channel', () => {
  const settings = { fallbackChannel: FALLBACK };

  async function fallbackRig(overrides: Parameters<typeof anAlert>[0] = {}) {
    const rig = await rigWithAlert(overrides);
    await rig.conversationBook.remember(aConversation(FALLBACK), START_MS);
    rig.channelRoster.fill(CHANNEL, withGuest);
    return rig;
  }

  it('a held card goes there once, and to its own channel no more', async () => {
    const rig = await fallbackRig();
    await sendAllDue(rig, settings);
    expect(writtenTo(rig)).toEqual([`post ${FALLBACK}`]);
    await membersNow(rig, staff);
    rig.clock.jumpTo(START_MS + 10 * WITHHELD_RECHECK_MS);
    await sendAllDue(rig, settings);
    expect(writtenTo(rig)).toEqual([`post ${FALLBACK}`]);
  });

  it('a held digest goes there whole', async () => {
    const rig = await fallbackRig();
    rig.state.sends.length = 0;
    await rig.cardBook.requestDigest(CHANNEL, [1000], 1, START_MS);
    await sendAllDue(rig, settings);
    expect(writtenTo(rig)).toEqual([`post ${FALLBACK}`]);
    expect(lastDrawn(rig)).toMatchObject({ kind: 'digest', view: { alreadyResolved: 1, neutral: false } });
  });

  it.each([
    ['holds the subject', (rig: WorkflowRig) => rig.channelRoster.fill(FALLBACK, withSubject)],
    ['is unsafe itself', (rig: WorkflowRig) => rig.channelRoster.fill(FALLBACK, withGuest)],
    ['is not known to the bot', (rig: WorkflowRig) => rig.conversationBook.forget({ channel: FALLBACK }, START_MS)],
  ])('that %s the card waits, and operations hear of it without a name', async (_what, spoil) => {
    const rig = await fallbackRig();
    await spoil(rig);
    await sendAllDue(rig, settings);
    expect(rig.cardPoster.written).toEqual([]);
    expect(rig.state.sends).toMatchObject([{ state: 'withheld', channel: CHANNEL }]);
    expect(rig.told).toEqual(['cardHeldBack']);
    await membersNow(rig, staff);
    await sendAllDue(rig, settings);
    expect(writtenTo(rig)).toEqual([`post ${CHANNEL}`]);
  });

  it('that cannot be asked who reads there the card waits', async () => {
    const rig = await fallbackRig();
    const members = rig.channelRoster.members.bind(rig.channelRoster);
    rig.channelRoster.members = (channel, maxAgeMs) =>
      channel === FALLBACK
        ? Promise.reject(new BotError('timedOut', { from: 'connector' }))
        : members(channel, maxAgeMs);
    await sendAllDue(rig, settings);
    expect(rig.cardPoster.written).toEqual([]);
    expect(rig.state.sends).toMatchObject([{ state: 'withheld' }]);
  });

  it('a card about a member of its channel goes there as well', async () => {
    const rig = await fallbackRig();
    rig.channelRoster.fill(CHANNEL, withSubject);
    await sendAllDue(rig, settings);
    expect(writtenTo(rig)).toEqual([`post ${FALLBACK}`]);
    expect(rig.told).toEqual([]);
  });

  it('a reply never leaves its thread', async () => {
    const rig = await rigWithAlert({ severity: 'low' });
    await rig.conversationBook.remember(aConversation(FALLBACK), START_MS);
    await sendAllDue(rig, settings);
    await membersNow(rig, withGuest);
    await see(rig, changed(anAlert({ severity: 'low' }), { severity: 'high', lastUpdateDateTime: afterStart(0) }));
    await sendAllDue(rig, settings);
    expect(writtenTo(rig)).toEqual([`post ${CHANNEL}`, `update ${CHANNEL}`]);
    expect(rig.state.sends.filter(({ kind }) => kind === 'reply')).toMatchObject([{ state: 'withheld' }]);
  });
});

describe('a card about a member of the channel, without a fallback', () => {
  it('waits, and operations hear that it does, without a name', async () => {
    const rig = await rigWithAlert();
    rig.channelRoster.fill(CHANNEL, withSubject);
    await sendAllDue(rig);
    expect(rig.told).toEqual(['cardHeldBack']);
  });
});

describe('a card that stands already', () => {
  it('shows less as soon as the channel is unsafe, and everything when it is safe again', async () => {
    const rig = await rigWithAlert({ assignedTo: Untrusted.of('ilse.brandt@fabrikam.example') });
    await sendAllDue(rig);
    await membersNow(rig, withGuest);
    await sendAllDue(rig);
    expect(writtenTo(rig).at(-1)).toBe(`update ${CHANNEL}`);
    expectNeutral(lastDrawn(rig));
    await membersNow(rig, staff);
    await sendAllDue(rig);
    expect(writtenTo(rig)).toEqual([`post ${CHANNEL}`, `update ${CHANNEL}`, `update ${CHANNEL}`]);
    expect(lastDrawn(rig)).toMatchObject({ view: { neutral: false } });
  });

  it('stays true meanwhile, with as little in it', async () => {
    const rig = await rigWithAlert();
    await sendAllDue(rig);
    await membersNow(rig, withGuest);
    await sendAllDue(rig);
    await see(rig, changed(anAlert(), { status: 'inProgress', lastUpdateDateTime: afterStart(0) }));
    await sendAllDue(rig);
    expect(lastDrawn(rig)).toMatchObject({ view: { status: 'inProgress' } });
    expectNeutral(lastDrawn(rig));
  });
});

describe('where neutral cards are wanted', () => {
  const neutral = { unsafeChannels: 'neutral' as const };

  it('an unsafe channel gets cards, digests and replies that name nobody and ask for nothing', async () => {
    const rig = await rigWithAlert({ severity: 'low' });
    await membersNow(rig, withGuest);
    await rig.cardBook.requestDigest(CHANNEL, [1000], 0, START_MS);
    await sendAllDue(rig, neutral);
    const alert = rig.cardPoster.written.find(({ drawing }) => drawing?.kind === 'alert')?.drawing as Drawing;
    expectNeutral(alert);
    const digest = rig.cardPoster.written.find(({ drawing }) => drawing?.kind === 'digest')?.drawing;
    expect(digest).toMatchObject({ view: { neutral: true, alerts: [{ alias: null, neutral: true }] } });
    await see(rig, changed(anAlert({ severity: 'low' }), { severity: 'high', lastUpdateDateTime: afterStart(0) }));
    await sendAllDue(rig, neutral);
    const reply = rig.cardPoster.written.find(({ did }) => did === 'reply')?.drawing;
    expect(Object.keys(reply ?? {}).sort()).toEqual(['kind', 'number', 'severity']);
  });

  it('a card about a member of the channel is held back all the same', async () => {
    const rig = await rigWithAlert();
    await membersNow(rig, [...withGuest, ...withSubject]);
    await sendAllDue(rig, neutral);
    expect(rig.cardPoster.written).toEqual([]);
  });

  it('the fallback channel may be unsafe: it gets a neutral card', async () => {
    const rig = await rigWithAlert();
    await rig.conversationBook.remember(aConversation(FALLBACK), START_MS);
    rig.channelRoster.fill(CHANNEL, withSubject);
    rig.channelRoster.fill(FALLBACK, withGuest);
    await sendAllDue(rig, { ...neutral, fallbackChannel: FALLBACK });
    expect(writtenTo(rig)).toEqual([`post ${FALLBACK}`]);
    expectNeutral(lastDrawn(rig));
  });
});
