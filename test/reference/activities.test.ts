// Compares the activities built here with published recordings of Teams, key by key and type by type, where a copy of
// the recordings lies beside the checkout.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { botMembershipActivity, installationActivity } from '../../src/emulator/teams/activities/installation-activity';
import { DEFAULT_DEVICE } from '../../src/emulator/teams/activities/activity-envelope';
import type { Activity, ActivityScene, Place } from '../../src/emulator/teams/activities/activity-envelope';
import { executeActivity, submitActivity } from '../../src/emulator/teams/activities/card-activity';
import { messageActivity } from '../../src/emulator/teams/activities/message-activity';
import { sampleTenant } from '../emulator/teams/sample-tenant';

const samples = path.resolve(process.cwd(), '..', 'shared', 'reference', 'samples-teams');
const beside = existsSync(samples);

const tenant = sampleTenant();
const [person] = tenant.people;
const [, channel] = tenant.team.channels;
if (!person || !channel) throw new Error('the sample tenant lacks its people');

const inThread: Place = { kind: 'channel', channel, threadId: '1' };
const inChannel: Place = { kind: 'channel', channel };
const inChat: Place = { kind: 'personal', conversationId: 'a:1' };
const now = new Date('2026-03-04T09:15:30.123Z');
const scene = (place: Place): ActivityScene => {
  return { tenant, serviceUrl: 'http://127.0.0.1:1/', now, activityId: '17', person, place, device: DEFAULT_DEVICE };
};
const press = (data: Activity, trigger: 'manual' | 'automatic') => {
  const action = { id: 'a', title: 't', verb: 'v', data };
  return { action, inputs: {}, trigger, messageId: '42' };
};
const said = { text: 'test', mentionsBot: true };
const alertId = { alertId: 'x' };
const resolve = { ...alertId, status: 's', comment: 'c' };

/** Left out of the built activity, or of the recording, for a reason that the table names. */
type Differences = { recordedOnly?: string[]; builtOnly?: string[] };
// The authors of the personal recording trimmed the client's own keys away; channel recordings have them.
const trimmed = ['entities', 'localTimestamp', 'localTimezone', 'locale'];
// The older id of the card's message, which bots are not meant to read.
const legacy = ['channelData.legacy'];

const pairs: [string, Activity, Differences][] = [
  ['message-channel-mention.recorded', messageActivity(scene(inThread), said), {}],
  ['message-channel-thread-no-mention.recorded', messageActivity(scene(inThread), { ...said, mentionsBot: false }), {}],
  [
    'message-personal.recorded',
    messageActivity(scene(inChat), { ...said, mentionsBot: false }),
    { builtOnly: trimmed },
  ],
  [
    'message-action-submit-channel.recorded',
    submitActivity(scene(inThread), press({ actionId: 'x' }, 'manual')),
    { recordedOnly: legacy },
  ],
  ['invoke-adaptivecard-action-execute.composed', executeActivity(scene(inThread), press(resolve, 'manual')), {}],
  ['invoke-adaptivecard-action-refresh.composed', executeActivity(scene(inThread), press(alertId, 'automatic')), {}],
  ['installation-update-add.recorded', installationActivity(scene(inChannel), 'add'), {}],
  ['installation-update-add-upgrade.composed', installationActivity(scene(inChannel), 'add-upgrade'), {}],
  ['installation-update-remove.composed', installationActivity(scene(inChannel), 'remove'), {}],
  ['conversation-update-bot-added.recorded', botMembershipActivity(scene(inChannel), 'add'), {}],
  ['conversation-update-bot-removed.composed', botMembershipActivity(scene(inChannel), 'remove'), {}],
];

/** `path type` for every value, list items by their position. */
function shapeOf(value: unknown, at = ''): string[] {
  if (typeof value !== 'object' || value === null) return [`${at} ${typeof value}`];
  return Object.entries(value).flatMap(([key, item]) => shapeOf(item, at === '' ? key : `${at}.${key}`));
}

function shapeWithout(value: unknown, prefixes: string[] = []): string[] {
  const left = shapeOf(value).filter(
    (line) => !prefixes.some((prefix) => line.startsWith(`${prefix}.`) || line.startsWith(`${prefix} `)),
  );
  return left.sort();
}

if (beside) {
  test.each(pairs)('%s has the keys and types of the activity built here', (name, built, differences) => {
    const recorded: unknown = JSON.parse(readFileSync(path.join(samples, `${name}.json`), 'utf8'));
    expect(shapeWithout(built, differences.builtOnly)).toEqual(shapeWithout(recorded, differences.recordedOnly));
  });
} else {
  test('published recordings are not beside this checkout: nothing to compare with', () => {
    process.stderr.write(`activities: no recordings beside this checkout, comparison left out\n`);
    expect(beside).toBe(false);
  });
}
