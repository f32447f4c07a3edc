// The shape and the wording of each activity, built without a server.
import {
  botMembershipActivity,
  installationActivity,
} from '../../../src/emulator/teams/activities/installation-activity';
import { DEFAULT_DEVICE } from '../../../src/emulator/teams/activities/activity-envelope';
import type { Activity, ActivityScene, Place } from '../../../src/emulator/teams/activities/activity-envelope';
import { localTimestamp } from '../../../src/emulator/teams/activities/activity-instants';
import { executeActivity, mergeInputs, submitActivity } from '../../../src/emulator/teams/activities/card-activity';
import {
  channelMemberActivity,
  memberActivity,
  sharingActivity,
} from '../../../src/emulator/teams/activities/membership-activity';
import { messageActivity } from '../../../src/emulator/teams/activities/message-activity';
import { distinct, pathsOf, SHAPES } from './activity-shapes';
import { sampleTenant } from './sample-tenant';

const tenant = sampleTenant();
const [anna, , , noel] = tenant.people;
const [, alerts] = tenant.team.channels;
if (!anna || !noel || !alerts) throw new Error('the sample tenant lacks its people');

const inThread: Place = { kind: 'channel', channel: alerts, threadId: '1772615730123' };
const inChannel: Place = { kind: 'channel', channel: alerts };
const inChat: Place = { kind: 'personal', conversationId: 'a:1chat' };

const scene = (place: Place): ActivityScene => {
  const now = new Date('2026-03-04T09:15:30.123Z');
  const device = { ...DEFAULT_DEVICE, timeZone: 'America/Los_Angeles' };
  return { tenant, serviceUrl: 'http://127.0.0.1:1/connector/', now, activityId: '17', person: anna, place, device };
};

const action = { id: 'go', title: 'Go', verb: 'alert.start', data: { cardRef: 'r1' } };
const pressed = { action, inputs: { comment: 'fine' }, trigger: 'manual' as const, messageId: '42' };
const said = { text: 'show <1042> & more', mentionsBot: true };

const built: [keyof typeof SHAPES, Activity][] = [
  ['channelMention', messageActivity(scene(inThread), said)],
  ['channelMessage', messageActivity(scene(inThread), { ...said, mentionsBot: false })],
  ['personalMessage', messageActivity(scene(inChat), { ...said, mentionsBot: false })],
  ['execute', executeActivity(scene(inThread), pressed)],
  ['refresh', executeActivity(scene(inThread), { ...pressed, inputs: {}, trigger: 'automatic' })],
  [
    'personalExecute',
    executeActivity(scene(inChat), { ...pressed, action: { verb: 'v', data: { cardRef: 'r' } }, inputs: {} }),
  ],
  ['submit', submitActivity(scene(inThread), { ...pressed, inputs: {} })],
  ['installed', installationActivity(scene(inChannel), 'add')],
  ['removed', installationActivity(scene(inChannel), 'remove')],
  ['installedPersonally', installationActivity(scene(inChat), 'add')],
  ['botAdded', botMembershipActivity(scene(inChannel), 'add')],
  ['botRemoved', botMembershipActivity(scene(inChannel), 'remove')],
  ['botAddedPersonally', botMembershipActivity(scene(inChat), 'add')],
  ['memberAdded', memberActivity(scene(inChannel), noel, 'add')],
  ['channelMemberRemoved', channelMemberActivity(scene(inChannel), alerts, noel, 'remove')],
  ['channelShared', sharingActivity(scene(inChannel), alerts, { aadGroupId: 'g', id: '19:x', name: 'x' }, true)],
];

test.each(built)('the activity for %s has exactly the keys Teams sends', (name, activity) => {
  expect(pathsOf(activity)).toEqual(distinct(SHAPES[name]));
});

test('a mention stands first, in the text as a tag and in the html as a span with a hard space', () => {
  const activity = messageActivity(scene(inThread), said);
  expect(activity['text']).toBe('<at>Alert Bot</at> show <1042> & more');
  expect(activity['attachments']).toEqual([
    {
      contentType: 'text/html',
      content:
        '<p><span itemtype="http://schema.skype.com/Mention" itemscope="" itemid="0">Alert Bot</span>&nbsp;show &lt;1042&gt; &amp; more</p>',
    },
  ]);
});

test('a thread is part of the conversation id, a post without a thread has the bare channel', () => {
  expect(messageActivity(scene(inThread), said)['conversation']).toMatchObject({
    id: `${alerts.id};messageid=1772615730123`,
  });
  expect(installationActivity(scene(inChannel), 'add')['conversation']).toMatchObject({ id: alerts.id });
});

test('messages carry seven fraction digits and the local time of the client’s zone', () => {
  const activity = messageActivity(scene(inThread), said);
  expect(activity['timestamp']).toMatch(/^2026-03-04T09:15:30\.123\d{4}Z$/);
  expect(activity['localTimestamp']).toMatch(/^2026-03-04T01:15:30\.123\d{4}-08:00$/);
});

test.each([
  ['UTC', '+00:00'],
  ['Asia/Kolkata', '+05:30'],
  ['America/St_Johns', '-03:30'],
  ['Europe/Berlin', '+01:00'],
])('the offset of %s in winter is %s', (zone, offset) => {
  expect(localTimestamp(new Date('2026-01-15T12:00:00Z'), zone).slice(-6)).toBe(offset);
});

test('an unknown zone is an error, not UTC', () => {
  expect(() => localTimestamp(new Date(0), 'Mars/Olympus')).toThrow(RangeError);
});

test.each([
  [{ a: 1, b: 2 }, { b: 3 }, { a: 1, b: 3 }],
  [undefined, { b: 3 }, { b: 3 }],
  ['text', { b: 3 }, 'text'],
])('inputs join the data %j as %j', (data, inputs, expected) => {
  expect(mergeInputs(data, inputs)).toEqual(expected);
});

test('a refresh has an empty id and no title, whatever the card gives it', () => {
  const value = executeActivity(scene(inThread), { ...pressed, trigger: 'automatic' })['value'];
  expect(value).toMatchObject({ trigger: 'automatic', action: { id: '' } });
  expect(value).not.toHaveProperty('action.title');
});
