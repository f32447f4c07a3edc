// People joining or leaving the team: the `conversationUpdate` a bot of that team receives.
import type { Person } from '../../entities';
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
