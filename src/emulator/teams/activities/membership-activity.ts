// People joining or leaving the team or a shared channel, and a channel being shared: the `conversationUpdate` a bot of
// that team receives.
import type { Channel, Person } from '../../entities';
import { envelope, teamOf } from './activity-envelope';
import type { Activity, ActivityScene } from './activity-envelope';

/** `member` joined or left; the scene's person is who changed the roster. */
export function memberActivity(scene: ActivityScene, member: Person, change: 'add' | 'remove'): Activity {
  const members = [{ id: member.mri, aadObjectId: member.id }];
  return {
    ...(change === 'add' ? { membersAdded: members } : { membersRemoved: members }),
    type: 'conversationUpdate',
    timestamp: scene.now.toISOString(),
    ...envelope(scene, { withSenderName: false, withChannelName: true }),
    channelData: {
      team: teamOf(scene.tenant),
      eventType: change === 'add' ? 'teamMemberAdded' : 'teamMemberRemoved',
      tenant: { id: scene.tenant.tenantId },
    },
  };
}

/** What happened in one channel; it is named beside the conversation, which is its own. */
function channelActivity(scene: ActivityScene, channel: Channel, changes: Activity, data: Activity): Activity {
  return {
    ...changes,
    type: 'conversationUpdate',
    timestamp: scene.now.toISOString(),
    ...envelope(scene, { withSenderName: false, withChannelName: true }),
    channelData: {
      team: teamOf(scene.tenant),
      channel: { id: channel.id, name: channel.name, type: channel.type ?? 'standard' },
      ...data,
      tenant: { id: scene.tenant.tenantId },
    },
  };
}

/** `member` joined or left a shared channel, without belonging to its team. */
export function channelMemberActivity(
  scene: ActivityScene,
  channel: Channel,
  member: Person,
  change: 'add' | 'remove',
): Activity {
  const members = [{ id: member.mri, aadObjectId: member.id }];
  const changes = change === 'add' ? { membersAdded: members } : { membersRemoved: members };
  const eventType = change === 'add' ? 'channelMemberAdded' : 'channelMemberRemoved';
  return channelActivity(scene, channel, changes, { eventType });
}

/** The channel was shared with another team, or no longer is. */
export function sharingActivity(
  scene: ActivityScene,
  channel: Channel,
  withTeam: Activity,
  isShared: boolean,
): Activity {
  return isShared
    ? channelActivity(scene, channel, {}, { eventType: 'channelShared', sharedWithTeams: [withTeam] })
    : channelActivity(scene, channel, {}, { eventType: 'channelUnshared', unsharedFromTeams: [withTeam] });
}
