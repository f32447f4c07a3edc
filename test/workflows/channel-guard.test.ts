// Whether a channel is safe: looked at, written down, and held to by everybody who asks.
import { BotError } from '../../src/domain/errors';
import type { UnsafeReason } from '../../src/domain/channel-safety';
import { Untrusted } from '../../src/domain/untrusted';
import { ROSTER_MAX_AGE_MS } from '../../src/workflows/channel-audience';
import { anAlert } from '../builders/alert';
import { aConversation, CHANNEL, IN_PERSONAL_CHAT, OTHER_CHANNEL, placeIn, TEAM } from '../builders/click';
import { START_MS } from '../builders/instants';
import { ANALYST, GUEST, identity, objectIdOf, rosterMember, WITHOUT_ROLE } from '../builders/people';
import { createRig, see, sendAllDue, subscribe } from './workflow-rig';

const guest = rosterMember(GUEST, { isGuest: true });
const stranger = rosterMember(WITHOUT_ROLE, { isGuest: true, isForeign: true });
const staff = [rosterMember(ANALYST)];
const DOWN = new BotError('timedOut', { from: 'connector' });
const crowd = (size: number) =>
  Array.from({ length: size }, (_, index) => rosterMember(identity({ objectId: objectIdOf(0x700 + index) })));

async function guardedRig() {
  const rig = createRig();
  let news = 0;
  rig.guard.onNews = () => void (news += 1);
  await subscribe(rig);
  const reasons = async (channel = CHANNEL) => (await rig.channelSafetyBook.find(channel))?.reasons;
  return { rig, reasons, news: () => news };
}

const described = (type: 'standard' | 'shared' | 'unknown') => ({ name: Untrusted.of('Leavers'), type });

describe('a look at a channel', () => {
  it.each<[string, Parameters<typeof rosterMember>[0][] | null, typeof staff, UnsafeReason[]]>([
    ['colleagues alone', null, staff, []],
    ['a guest', null, [...staff, guest], ['guests']],
    ['a stranger', null, [...staff, stranger], ['otherTenants']],
    ['a guest by the directory’s word alone', [WITHOUT_ROLE], [...staff, rosterMember(WITHOUT_ROLE)], ['guests']],
  ])('writes down what it sees: %s', async (_what, guests, members, expected) => {
    const { rig, reasons, news } = await guardedRig();
    for (const { objectId } of guests ?? []) rig.analystDirectory.guests.add(objectId ?? '');
    rig.channelRoster.fill(CHANNEL, members);
    await rig.guard.look(CHANNEL);
    expect(await reasons()).toEqual(expected);
    expect(news()).toBe(expected.length > 0 ? 1 : 0);
    await rig.guard.look(CHANNEL);
    expect(news()).toBe(expected.length > 0 ? 1 : 0);
    expect(JSON.stringify(rig.logger.lines)).not.toMatch(/garner|quist/i);
  });

  it('asks for a fresh roster, and nobody else once that says enough', async () => {
    const { rig, reasons } = await guardedRig();
    rig.channelRoster.fill(CHANNEL, [guest]);
    rig.analystDirectory.guestsAmong = () => Promise.reject(new Error('asked'));
    rig.channelRoster.describe = () => Promise.reject(new Error('asked'));
    await rig.guard.look(CHANNEL);
    expect(rig.channelRoster.asked).toEqual([{ channel: CHANNEL, maxAgeMs: 0 }]);
    expect(await reasons()).toEqual(['guests']);
  });

  it.each<['standard' | 'shared' | 'unknown', UnsafeReason[]]>([
    ['standard', []],
    ['shared', ['shared']],
    ['unknown', []],
  ])('of a %s channel finds %j', async (type, expected) => {
    const { rig, reasons } = await guardedRig();
    rig.channelRoster.described.set(CHANNEL, described(type));
    await rig.guard.look(CHANNEL);
    expect(await reasons()).toEqual(expected);
  });

  it('relies on the roster’s own word while neither the directory nor the team’s list answers', async () => {
    const { rig, reasons } = await guardedRig();
    rig.analystDirectory.down = new BotError('unavailable', { from: 'graph' });
    rig.channelRoster.describe = () => Promise.reject(new BotError('notFound', { from: 'connector' }));
    await rig.guard.look(CHANNEL);
    expect(await reasons()).toEqual([]);
    expect(rig.logger.at('warn')).toHaveLength(2);
  });

  it('changes nothing while the roster cannot be read', async () => {
    const { rig, reasons } = await guardedRig();
    rig.channelRoster.fill(CHANNEL, [guest]);
    await rig.guard.look(CHANNEL);
    rig.channelRoster.down = DOWN;
    await rig.guard.look(CHANNEL);
    expect(await reasons()).toEqual(['guests']);
    await rig.guard.look(OTHER_CHANNEL);
    expect(await reasons(OTHER_CHANNEL)).toBeUndefined();
  });

  it('takes the first size it sees as approved, and finds a channel that outgrew it', async () => {
    const { rig, reasons } = await guardedRig();
    rig.channelRoster.fill(CHANNEL, crowd(4));
    await rig.guard.look(CHANNEL);
    rig.channelRoster.fill(CHANNEL, crowd(29));
    await rig.guard.look(CHANNEL);
    expect(await reasons()).toEqual([]);
    rig.channelRoster.fill(CHANNEL, crowd(30));
    await rig.guard.look(CHANNEL);
    expect(await reasons()).toEqual(['grown']);
    await rig.guard.approve(CHANNEL, await rig.guard.survey(CHANNEL));
    expect(await rig.channelSafetyBook.find(CHANNEL)).toMatchObject({ reasons: [], approvedMembers: 30 });
  });
});

describe('a send', () => {
  it('goes by what is written down, without asking anybody', async () => {
    const { rig } = await guardedRig();
    await rig.channelSafetyBook.record(CHANNEL, { reasons: ['shared'], tell: true }, START_MS);
    expect(await rig.guard.reasonsNow(CHANNEL, staff)).toEqual(['shared']);
    expect(rig.channelRoster.asked).toEqual([]);
  });

  it('finds a guest whom no event told of', async () => {
    const { rig, reasons } = await guardedRig();
    rig.channelRoster.fill(CHANNEL, [guest]);
    expect(await rig.guard.reasonsNow(CHANNEL, [guest])).toEqual(['guests']);
    expect(await reasons()).toEqual(['guests']);
  });

  it('concludes nothing from a remembered roster whose guest has left since', async () => {
    const { rig, news } = await guardedRig();
    rig.channelRoster.fill(CHANNEL, staff);
    expect(await rig.guard.reasonsNow(CHANNEL, [...staff, guest])).toEqual([]);
    expect(news()).toBe(0);
  });
});

describe('news of members', () => {
  it('has every channel of the team looked at, and no other', async () => {
    const { rig, reasons } = await guardedRig();
    const elsewhere = '19:elsewhere@thread.tacv2';
    await subscribe(rig, OTHER_CHANNEL);
    await subscribe(rig, elsewhere);
    await rig.conversationBook.remember(aConversation(elsewhere, { teamId: '19:another-team' }), START_MS);
    for (const channel of [CHANNEL, OTHER_CHANNEL, elsewhere]) rig.channelRoster.fill(channel, [guest]);
    await rig.guard.changed({ channel: TEAM, teamId: TEAM });
    expect([await reasons(), await reasons(OTHER_CHANNEL), await reasons(elsewhere)]).toEqual([
      ['guests'],
      ['guests'],
      undefined,
    ]);
  });

  it('that a channel was shared counts for that channel until it is no longer', async () => {
    const { rig, reasons } = await guardedRig();
    await subscribe(rig, OTHER_CHANNEL);
    await rig.guard.changed({ channel: CHANNEL, teamId: TEAM, isShared: true });
    await rig.guard.changed({ channel: TEAM, teamId: TEAM });
    expect([await reasons(), await reasons(OTHER_CHANNEL)]).toEqual([['shared'], []]);
    await rig.guard.changed({ channel: CHANNEL, teamId: null, isShared: false });
    expect(await reasons()).toEqual([]);
  });

  it('has a card looked at again that waits because its subject was a member', async () => {
    const { rig, news } = await guardedRig();
    await see(rig, anAlert());
    rig.channelRoster.fill(CHANNEL, [...staff, rosterMember(identity())]);
    await sendAllDue(rig);
    rig.channelRoster.fill(CHANNEL, staff);
    await rig.guard.changed({ channel: TEAM, teamId: TEAM });
    expect(news()).toBe(1);
    await sendAllDue(rig);
    expect(rig.cardPoster.written).toHaveLength(1);
  });
});

describe('an answer', () => {
  it('is safe in a personal chat, where nobody is asked', async () => {
    const { rig } = await guardedRig();
    rig.channelRoster.down = DOWN;
    expect(await rig.guard.reasonsAgainstAnswers(IN_PERSONAL_CHAT)).toEqual([]);
  });

  it('is safe in a channel of colleagues, subscribed or not, and however large', async () => {
    const { rig } = await guardedRig();
    await rig.guard.look(CHANNEL);
    rig.channelRoster.fill(CHANNEL, crowd(80));
    for (const channel of [CHANNEL, OTHER_CHANNEL]) {
      expect(await rig.guard.reasonsAgainstAnswers(placeIn(channel))).toEqual([]);
    }
  });

  it('is not where a guest reads, by a roster that is a minute old at most', async () => {
    const { rig, reasons } = await guardedRig();
    rig.channelRoster.fill(OTHER_CHANNEL, [guest]);
    expect(await rig.guard.reasonsAgainstAnswers(placeIn(OTHER_CHANNEL))).toEqual(['guests']);
    expect(rig.channelRoster.asked).toEqual([{ channel: OTHER_CHANNEL, maxAgeMs: ROSTER_MAX_AGE_MS }]);
    expect(await reasons(OTHER_CHANNEL)).toBeUndefined();
  });

  it('is not while nobody can say who reads', async () => {
    const { rig } = await guardedRig();
    rig.channelRoster.down = DOWN;
    await expect(rig.guard.reasonsAgainstAnswers(placeIn(CHANNEL))).rejects.toMatchObject({ from: 'connector' });
  });
});
