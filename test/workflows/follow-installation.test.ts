// Where the app is installed and removed: a welcome once, and never alerts by installation alone.
import { BotError } from '../../src/domain/errors';
import { createFollowInstallation, WELCOME_ONCE_MS } from '../../src/workflows/follow-installation';
import { alertId, anAlert } from '../builders/alert';
import { aConversation, CHANNEL, OTHER_CHANNEL, PERSONAL_CHAT, TEAM } from '../builders/click';
import { START_MS } from '../builders/instants';
import { GUEST, rosterMember } from '../builders/people';
import { createRig, see, sendAllDue, subscribe } from './workflow-rig';

function createInstallation() {
  const rig = createRig();
  const released: string[] = [];
  const follow = createFollowInstallation({ ...rig, releaseLane: (channel) => void released.push(channel) });
  return { rig, follow, released };
}

const added = (channel = CHANNEL) => ({ kind: 'added' as const, conversation: aConversation(channel) });

describe('an installation', () => {
  it.each([
    ['a team', CHANNEL, 'channel'],
    ['a personal chat', PERSONAL_CHAT, 'personal'],
  ])('in %s is welcomed and remembered', async (_where, channel, place) => {
    const { rig, follow, released } = createInstallation();
    expect(await follow(added(channel))).toEqual({ code: 'welcome', place });
    expect(await rig.conversationBook.find(channel)).toMatchObject({ channel });
    expect(released).toEqual([channel]);
  });

  it('brings no alerts by itself', async () => {
    const { rig, follow } = createInstallation();
    await follow(added());
    await see(rig, anAlert());
    expect(await rig.conversationBook.subscriptions()).toEqual([]);
    expect(rig.state.sends).toEqual([]);
  });

  it('told twice within a minute is welcomed once', async () => {
    const { rig, follow } = createInstallation();
    await follow(added());
    expect(await follow(added())).toBeNull();
    rig.clock.jumpTo(START_MS + WELCOME_ONCE_MS);
    expect(await follow(added())).not.toBeNull();
  });

  it('told by two activities at once is welcomed once', async () => {
    const { follow } = createInstallation();
    const answers = await Promise.all([follow(added()), follow(added())]);
    expect(answers.filter((answer) => answer !== null)).toHaveLength(1);
  });
});

describe('a removal', () => {
  it('from the team ends the subscriptions of all its channels', async () => {
    const { rig, follow } = createInstallation();
    await subscribe(rig, CHANNEL);
    await subscribe(rig, OTHER_CHANNEL);
    await see(rig, anAlert());
    expect(await follow({ kind: 'removed', channel: null, teamId: TEAM })).toBeNull();
    expect(await rig.conversationBook.subscriptions()).toEqual([]);
    await sendAllDue(rig);
    expect(rig.cardPoster.written).toEqual([]);
  });

  it('from one place leaves the others', async () => {
    const { rig, follow } = createInstallation();
    await subscribe(rig, CHANNEL);
    await subscribe(rig, OTHER_CHANNEL);
    await follow({ kind: 'removed', channel: OTHER_CHANNEL, teamId: null });
    expect((await rig.conversationBook.subscriptions()).map(({ channel }) => channel)).toEqual([CHANNEL]);
  });

  it('that names nothing removes nothing', async () => {
    const { rig, follow } = createInstallation();
    await subscribe(rig);
    await follow({ kind: 'removed', channel: null, teamId: null });
    expect(await rig.conversationBook.subscriptions()).toHaveLength(1);
  });

  it('and a new installation bring no alerts back until an admin says so', async () => {
    const { rig, follow } = createInstallation();
    await subscribe(rig);
    await follow({ kind: 'removed', channel: CHANNEL, teamId: null });
    await follow(added());
    await see(rig, anAlert({ id: alertId(2) }));
    expect(rig.state.sends.filter((send) => send.state === 'queued')).toEqual([]);
  });
});

describe('other events', () => {
  it('of members say nothing and end nothing', async () => {
    const { rig, follow } = createInstallation();
    await subscribe(rig);
    expect(await follow({ kind: 'membersChanged', channel: CHANNEL, teamId: TEAM })).toBeNull();
    expect(await rig.conversationBook.subscriptions()).toHaveLength(1);
  });

  it('of members pause a channel that a guest came to read, before the event is acknowledged', async () => {
    const { rig, follow } = createInstallation();
    await subscribe(rig);
    rig.channelRoster.fill(CHANNEL, [rosterMember(GUEST, { isGuest: true })]);
    await follow({ kind: 'membersChanged', channel: TEAM, teamId: TEAM });
    expect(await rig.channelSafetyBook.find(CHANNEL)).toMatchObject({ reasons: ['guests'] });
  });

  it('that cannot be recorded are logged and end nothing', async () => {
    const { rig, follow } = createInstallation();
    rig.conversationBook.remember = () => Promise.reject(new BotError('storeBusy', { from: 'store' }));
    expect(await follow(added())).toBeNull();
    expect(rig.logger.at('error')).toEqual([expect.objectContaining({ fields: { code: 'storeBusy' } })]);
  });
});
