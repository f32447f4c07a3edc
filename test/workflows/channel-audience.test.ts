// Nothing about an alert goes to a channel whose roster holds the person it is about.
import { BotError } from '../../src/domain/errors';
import type { PersonIdentity } from '../../src/domain/person';
import { REFRESH_USERS_MAX, ROSTER_MAX_AGE_MS } from '../../src/workflows/channel-audience';
import { WITHHELD_RECHECK_MS } from '../../src/workflows/hold-back';
import { SUSPENDED_RECHECK_MS } from '../../src/workflows/send-card';
import { alertId, anAlert, changed } from '../builders/alert';
import { aConversation, CHANNEL, OTHER_CHANNEL } from '../builders/click';
import { afterStart, START_MS } from '../builders/instants';
import { ANALYST, identity, knownOnlyBy, objectIdOf, rosterMember, SUBJECT } from '../builders/people';
import { createRig, see, sendAllDue, subscribe } from './workflow-rig';

const withSubject = [rosterMember(ANALYST), rosterMember(SUBJECT)];

async function rigWithAlert(overrides: Parameters<typeof anAlert>[0] = {}) {
  const rig = createRig();
  await subscribe(rig);
  await see(rig, anAlert(overrides));
  return rig;
}

describe('a card about a member of the channel', () => {
  it.each<[string, PersonIdentity, PersonIdentity]>([
    ['object id', knownOnlyBy({ objectId: SUBJECT.objectId }), knownOnlyBy({ objectId: SUBJECT.objectId })],
    [
      'UPN in another case',
      knownOnlyBy({ userPrincipalName: 'Mira.Holt@Fabrikam.Example' }),
      knownOnlyBy({ userPrincipalName: SUBJECT.userPrincipalName }),
    ],
  ])('is held back by %s', async (_by, subject, member) => {
    const rig = await rigWithAlert({ subject });
    rig.channelRoster.fill(CHANNEL, [rosterMember(ANALYST), rosterMember(member)]);
    await sendAllDue(rig);
    expect(rig.cardPoster.written).toEqual([]);
    expect(rig.state.sends).toMatchObject([{ state: 'withheld', notBefore: START_MS + WITHHELD_RECHECK_MS }]);
    expect(JSON.stringify(rig.logger.lines)).not.toMatch(/mira|holt/i);
  });

  it('is posted when the member has left', async () => {
    const rig = await rigWithAlert();
    rig.channelRoster.fill(CHANNEL, withSubject);
    await sendAllDue(rig);
    rig.channelRoster.fill(CHANNEL, [rosterMember(ANALYST)]);
    rig.clock.jumpTo(START_MS + WITHHELD_RECHECK_MS);
    await sendAllDue(rig);
    expect(rig.cardPoster.written).toHaveLength(1);
  });

  it('goes to the fallback channel, once, unless that one holds the member too', async () => {
    const rig = await rigWithAlert();
    await rig.conversationBook.remember(aConversation(OTHER_CHANNEL), START_MS);
    rig.channelRoster.fill(CHANNEL, withSubject);
    for (let round = 0; round < 3; round += 1) {
      await sendAllDue(rig, { fallbackChannel: OTHER_CHANNEL });
      rig.clock.jumpTo(rig.clock.now() + WITHHELD_RECHECK_MS);
    }
    expect(rig.cardPoster.written.map((message) => message.channel)).toEqual([OTHER_CHANNEL]);
    const both = await rigWithAlert();
    await both.conversationBook.remember(aConversation(OTHER_CHANNEL), START_MS);
    both.channelRoster.fill(CHANNEL, withSubject);
    both.channelRoster.fill(OTHER_CHANNEL, withSubject);
    await sendAllDue(both, { fallbackChannel: OTHER_CHANNEL });
    expect(both.cardPoster.written).toEqual([]);
    // It waits in its own channel, and has not moved to wait in the other one.
    expect(both.state.sends).toMatchObject([{ channel: CHANNEL, state: 'withheld' }]);
  });

  it('is not asked for again in the fallback channel by the fallback channel itself', async () => {
    const rig = await rigWithAlert();
    rig.channelRoster.fill(CHANNEL, withSubject);
    rig.cardBook.requestPost = () => Promise.reject(new Error('asked for again'));
    await sendAllDue(rig, { fallbackChannel: CHANNEL });
    expect(rig.state.sends).toMatchObject([{ state: 'withheld' }]);
  });

  it('is neither updated nor replied to when the person joined after it was posted', async () => {
    const rig = await rigWithAlert({ severity: 'low' });
    await sendAllDue(rig);
    rig.channelRoster.fill(CHANNEL, withSubject);
    await see(rig, changed(anAlert({ severity: 'low' }), { severity: 'high', lastUpdateDateTime: afterStart(0) }));
    await sendAllDue(rig);
    expect(rig.cardPoster.written.map((message) => message.did)).toEqual(['post']);
    expect(
      rig.state.sends
        .filter((send) => send.state === 'withheld')
        .map((send) => send.kind)
        .sort(),
    ).toEqual(['reply', 'update']);
  });

  it('does not stand in a digest there, nor is it counted', async () => {
    const rig = await rigWithAlert();
    await see(
      rig,
      anAlert({ id: alertId(2), subject: identity({ objectId: objectIdOf(9), userPrincipalName: null, sid: null }) }),
    );
    rig.state.sends.length = 0;
    rig.channelRoster.fill(CHANNEL, withSubject);
    await rig.cardBook.requestDigest(CHANNEL, [1000, 1001], 0, START_MS);
    await sendAllDue(rig);
    expect(rig.cardPoster.written[0]?.drawing).toMatchObject({ view: { alerts: [{ number: 1001 }] } });
  });

  it('is posted where nobody of the roster is the subject, and where no subject is named', async () => {
    const rig = await rigWithAlert({ subject: null });
    rig.channelRoster.fill(CHANNEL, withSubject);
    await sendAllDue(rig);
    expect(rig.cardPoster.written).toHaveLength(1);
  });
});

describe('a roster that cannot be read', () => {
  it('holds the card, since the subject might be in it, and asks again later', async () => {
    const rig = await rigWithAlert();
    rig.channelRoster.down = new BotError('timedOut', { from: 'connector' });
    await sendAllDue(rig);
    expect(rig.cardPoster.written).toEqual([]);
    expect(rig.state.sends).toMatchObject([{ state: 'queued' }]);
    rig.channelRoster.down = null;
    rig.clock.jumpTo(START_MS + 120_000);
    await sendAllDue(rig);
    expect(rig.cardPoster.written).toHaveLength(1);
  });

  it.each(['forbidden', 'notFound'] as const)(
    'because the bot was thrown out suspends the channel: %s',
    async (code) => {
      const rig = await rigWithAlert();
      rig.channelRoster.down = new BotError(code, { from: 'connector' });
      await sendAllDue(rig);
      expect(rig.state.sends).toMatchObject([{ state: 'withheld', notBefore: START_MS + SUSPENDED_RECHECK_MS }]);
    },
  );

  it('never holds a retraction, which shows nothing', async () => {
    const rig = await rigWithAlert();
    await sendAllDue(rig);
    const [card] = rig.state.cards;
    rig.state.queue('retract', CHANNEL, START_MS, {
      card: card ?? null,
      attempt: card?.live ?? null,
      alertNumber: 1000,
    });
    rig.channelRoster.down = new BotError('timedOut', { from: 'connector' });
    await sendAllDue(rig);
    expect(rig.cardPoster.written.map((message) => message.did)).toEqual(['post', 'retract']);
  });
});

describe('the roster', () => {
  it('is asked of the channel itself and may be a minute old', async () => {
    const rig = await rigWithAlert();
    await sendAllDue(rig);
    expect(rig.channelRoster.asked).toEqual([{ channel: CHANNEL, maxAgeMs: ROSTER_MAX_AGE_MS }]);
    expect(ROSTER_MAX_AGE_MS).toBe(60_000);
  });

  it('of a large team gives automatic refresh to sixty people', async () => {
    const rig = createRig();
    const crowd = Array.from({ length: REFRESH_USERS_MAX + 20 }, (_, index) =>
      identity({ objectId: objectIdOf(0x900 + index) }),
    );
    for (const person of crowd) rig.analystDirectory.people.push({ ...person, roles: ['analyst'] });
    const refreshFor = await rig.audience.refreshFor(crowd.map((person) => rosterMember(person)));
    expect(refreshFor).toHaveLength(REFRESH_USERS_MAX);
  });
});
