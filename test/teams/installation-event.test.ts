// What installation and membership activities mean for the bot.
import { CHANNEL, OTHER_CHANNEL, PERSONAL_CHAT, TEAM } from '../builders/click';
import { ANALYST, HOME_TENANT } from '../builders/people';
import { BOT_MRI, conversationUpdate, installation, SERVICE_URL, type Json } from '../fixtures/teams/activities';
import { readInboundActivity } from '../../src/teams/inbound-activity';
import { installationEvent } from '../../src/teams/installation-event';

function eventOf(activity: Json) {
  const read = readInboundActivity(activity);
  if (read === null) throw new Error('the fixture is no activity');
  return installationEvent(read);
}

const bot = [{ id: BOT_MRI }];
const person = [{ id: '29:somebody', aadObjectId: ANALYST.objectId }];
const channelAdded = {
  kind: 'added',
  conversation: {
    channel: CHANNEL,
    kind: 'channel',
    serviceUrl: SERVICE_URL,
    tenantId: HOME_TENANT,
    teamId: TEAM,
    botId: BOT_MRI,
    personObjectId: null,
  },
};
const teamLeft = { kind: 'removed', channel: null, teamId: TEAM };
const membersChanged = { kind: 'membersChanged', channel: CHANNEL, teamId: TEAM };

it.each<[string, Json, unknown]>([
  ['the app was added', installation('add'), channelAdded],
  ['the bot was added', conversationUpdate({ membersAdded: bot }, { eventType: 'teamMemberAdded' }), channelAdded],
  ['the bot was added with others', conversationUpdate({ membersAdded: [...person, ...bot] }), channelAdded],
  ['the app got a new version', installation('add-upgrade'), channelAdded],
  ['the app’s old version went', installation('remove-upgrade'), null],
  ['the app was removed', installation('remove'), teamLeft],
  ['the bot was removed', conversationUpdate({ membersRemoved: bot }, { eventType: 'teamMemberRemoved' }), teamLeft],
  ['an action we do not know', installation('explode'), null],
  ['somebody joined', conversationUpdate({ membersAdded: person }, { eventType: 'teamMemberAdded' }), membersChanged],
  ['somebody left', conversationUpdate({ membersRemoved: person }, { eventType: 'teamMemberRemoved' }), membersChanged],
  ['somebody joined a private channel', conversationUpdate({}, { eventType: 'channelMemberAdded' }), membersChanged],
  [
    'a channel was shared with another team',
    conversationUpdate({}, { eventType: 'channelShared' }),
    { ...membersChanged, isShared: true },
  ],
  [
    'a channel is no longer shared',
    conversationUpdate({}, { eventType: 'channelUnshared', channel: { id: OTHER_CHANNEL } }),
    { ...membersChanged, channel: OTHER_CHANNEL, isShared: false },
  ],
  [
    'somebody joined a private channel, told in the team’s conversation',
    conversationUpdate({}, { eventType: 'channelMemberAdded', channel: { id: OTHER_CHANNEL } }),
    { ...membersChanged, channel: OTHER_CHANNEL },
  ],
  [
    'a channel was deleted',
    conversationUpdate({}, { eventType: 'channelDeleted', channel: { id: OTHER_CHANNEL } }),
    { kind: 'removed', channel: OTHER_CHANNEL, teamId: null },
  ],
  ['the team was deleted', conversationUpdate({}, { eventType: 'teamDeleted' }), teamLeft],
  ['the team was deleted for good', conversationUpdate({}, { eventType: 'teamHardDeleted' }), teamLeft],
  ['the team was renamed', conversationUpdate({}, { eventType: 'teamRenamed' }), null],
  ['a channel was made', conversationUpdate({}, { eventType: 'channelCreated' }), null],
  ['an event we do not know', conversationUpdate({}, { eventType: 'teamWasPainted' }), null],
  ['nothing', conversationUpdate({}), null],
])('%s', (_what, activity, event) => {
  expect(eventOf(activity)).toEqual(event);
});

it('in a personal chat the person belongs to the place, and its removal ends that chat alone', () => {
  expect(eventOf(installation('add', { place: 'personal' }))).toMatchObject({
    kind: 'added',
    conversation: { channel: PERSONAL_CHAT, kind: 'personal', teamId: null, personObjectId: ANALYST.objectId },
  });
  expect(eventOf(installation('remove', { place: 'personal' }))).toEqual({
    kind: 'removed',
    channel: PERSONAL_CHAT,
    teamId: null,
  });
});

it('a group chat is no place of this bot', () => {
  const added = installation('add');
  expect(
    eventOf({ ...added, conversation: { ...(added.conversation as Json), conversationType: 'groupChat' } }),
  ).toBeNull();
});

it('a channel’s key is its id without the thread', () => {
  const added = installation('add', { thread: '1763877600000' });
  expect(eventOf(added)).toMatchObject({ conversation: { channel: CHANNEL } });
});
